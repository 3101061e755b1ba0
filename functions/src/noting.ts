import { noteUse } from './used.ts';

/** Vitest's setup of every test file: what functions do on AWS is noted where the run asks for it. */
if (process.env.USED_FOLDER) noteUse(process.env.USED_FOLDER);
