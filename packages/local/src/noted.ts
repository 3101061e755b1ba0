import type { FunctionName } from '@tddh/functions/wiring';
import type { Targets } from './event.ts';

/** The functions of the yard, and how it calls the API. */
interface Noted {
  targets: Targets;
  asApi<Told extends unknown[], T>(fetch: (...told: Told) => T): (...told: Told) => T;
}

/**
 * The functions of the yard; while tests run (`USED_FOLDER`), each noting what it does on AWS, to be held
 * against what it is granted.
 */
export async function noted(targets: Targets, folder = process.env.USED_FOLDER): Promise<Noted> {
  if (!folder) return { targets, asApi: (fetch) => fetch };
  const { asFunction, noteUse } = await import('@tddh/functions/used');
  noteUse(folder);
  const each = Object.entries(targets).map(([name, target]) => [
    name,
    (event: Parameters<typeof target>[0]) => asFunction(name as FunctionName, () => target(event)),
  ]);
  return {
    targets: Object.fromEntries(each) as Targets,
    asApi:
      (fetch) =>
      (...told) =>
        asFunction('api', () => fetch(...told)),
  };
}
