import type { Instant } from './day.ts';

/**
 * Files that are too long for one answer (architecture.md, Decided: no answer exceeds 4 MB): a job writes them in
 * chunks, and the person who asked fetches the file by a link.
 */
export const fileOutStates = ['waiting', 'done', 'failed'] as const;
export type FileOutState = (typeof fileOutStates)[number];

/** A job as its person sees it. */
export interface FileOut {
  id: string;
  name: string;
  state: FileOutState;
  /** Rows read so far. */
  rows: number;
  askedAt: Instant;
  doneAt?: Instant;
  /** Bytes of the file, once it is done. */
  bytes?: number;
  /** Until when the file may be fetched. */
  until: Instant;
  /** Why it failed, and what to do. */
  message?: string;
}

/** Rows that one file holds at most; more are refused with a sentence. */
export const mostFileRows = 100_000;
/** Jobs that a person may have waiting. */
export const mostFilesOut = 3;
/** Days for which a file may be fetched, from the asking on. */
export const fileOutDays = 3;
/** Runs that may die without a step forward before a job is given up. */
export const mostDeaths = 5;
