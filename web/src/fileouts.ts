import type { App } from '@tddh/functions/app';
import type { hc, InferResponseType } from 'hono/client';
import { call, search } from './api.ts';
import { Problem } from './problem.ts';
import type { AssignmentQuery } from './shapes.ts';

/** Lists as files: at once, or as a job whose file is fetched when it is done. */
type Api = ReturnType<typeof hc<App>>['api'];
type Answer<Route> = InferResponseType<Route>;
export type FileOut = Answer<Api['files-out']['$get']>['items'][number];

export const fileOuts = () => call<Answer<Api['files-out']['$get']>>({ path: '/api/files-out' });
export const fileOutLink = (id: string) => `/api/files-out/${id}/file`;

/**
 * Saves a list as Excel.
 * @returns true where it is saved; false where it is so long that it is written as a job
 * @throws {Problem} what the server refused
 */
export async function saveList(query: AssignmentQuery & { q?: string }): Promise<boolean> {
  const response = await fetch(`/api/assignments.xlsx${search(query)}`).catch(() => {
    throw new Problem(0, {});
  });
  if (response.status === 202) return false;
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  link.download = decodeURIComponent(name ?? 'Nhi%E1%BB%87m%20v%E1%BB%A5.xlsx');
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
}
