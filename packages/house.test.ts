import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The rooms of the house and whom each may import; `type:` allows the types of a module only. */
const doors: Record<string, readonly string[]> = {
  'packages/domain': [],
  'packages/intake': ['@tddh/domain'],
  'packages/forms': ['@tddh/domain'],
  'packages/core': ['@tddh/domain'],
  functions: ['@tddh/domain', '@tddh/core', '@tddh/forms', '@tddh/intake'],
  web: ['@tddh/domain', '@tddh/intake', '@tddh/forms', 'type:@tddh/functions/app'],
  'packages/local': ['@tddh/domain', '@tddh/intake', '@tddh/forms', '@tddh/core', '@tddh/functions'],
  'packages/bench': [
    '@tddh/domain',
    '@tddh/intake',
    '@tddh/forms',
    '@tddh/core',
    '@tddh/functions',
    '@tddh/local',
  ],
  stacks: ['@tddh/functions/wiring', '@tddh/core/table'],
};

/** Packages that a room may import beside its neighbours, where that is limited. */
const packages: Record<string, readonly string[]> = { 'packages/domain': ['valibot'], 'packages/intake': [] };

/** What both the stacks and the programs read: an import of an SDK here would end up in every reader. */
const bare = ['functions/src/wiring.ts', 'packages/core/src/table.ts'];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = Object.keys(doors);
const files = rooms.flatMap(walk).sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const imports = files.flatMap(importsOf);
const isTest = (file: string) => /\.test\.tsx?$|^web\/(e2e|budget)\//.test(file);

/** Every TypeScript file under a folder, as a path from the root, without what is installed or built. */
function walk(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : walk(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = (sources.get(file) ?? '').replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found: Import[] = [];
  for (const [, names = '', to = ''] of text.matchAll(
    /^(?:import|export)\s+([\w*{},\s$]+?)\s+from\s+'([^']+)'/gm,
  )) {
    const typeOnly = /^type\b/.test(names) || /^\{(\s*type\s[^,}]*,?)+\s*\}$/.test(names);
    found.push({ from: file, to, typeOnly });
  }
  for (const [, to = ''] of text.matchAll(/^import\s+'([^']+)'/gm))
    found.push({ from: file, to, typeOnly: false });
  for (const [, to = ''] of text.matchAll(/\bimport\('([^']+)'\)/g))
    found.push({ from: file, to, typeOnly: false });
  return found;
}

function roomOf(file: string): string {
  return rooms.find((room) => file.startsWith(`${room}/`)) ?? '';
}

/** The file of this house that an import names, if it is one. */
function target({ from, to }: Import): string | undefined {
  if (to.startsWith('.')) return relative(root, resolve(root, dirname(from), to)).replaceAll('\\', '/');
  const [, room, path] = /^@tddh\/([^/]+)\/(.+)$/.exec(to) ?? [];
  if (!room) return undefined;
  const folder = rooms.find((one) => one.split('/').at(-1) === room);
  return `${folder}/src/${path}.ts`;
}

function allowed({ from, to, typeOnly }: Import): boolean {
  return (doors[roomOf(from)] ?? []).some((door) => {
    if (door.startsWith('type:')) return typeOnly && to === door.slice(5);
    return to === door || to.startsWith(`${door}/`);
  });
}

const show = (found: Import[]) => found.map(({ from, to }) => `${from} imports ${to}`);

describe('the house', () => {
  test('has modules in every room that stands', () => {
    for (const room of [
      'packages/domain',
      'packages/intake',
      'packages/core',
      'functions',
      'packages/local',
      'web',
    ]) {
      expect(files.filter((file) => roomOf(file) === room).length, room).toBeGreaterThan(3);
    }
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.some(({ typeOnly }) => typeOnly)).toBe(true);
  });

  test('lets each room import only its neighbours', () => {
    const own = imports.filter(({ to }) => to.startsWith('@tddh/'));
    expect(own.length).toBeGreaterThan(20);
    expect(show(own.filter((one) => !allowed(one)))).toEqual([]);
  });

  test('keeps the rules free of every package but their schema library', () => {
    const foreign = imports.filter(({ from, to }) => {
      const limit = packages[roomOf(from)];
      return limit && !isTest(from) && !to.startsWith('.') && !to.startsWith('@tddh/') && !limit.includes(to);
    });
    expect(show(foreign)).toEqual([]);
  });

  test('keeps what the stacks read free of any import that runs', () => {
    for (const file of bare) expect(files).toContain(file);
    expect(show(imports.filter(({ from, typeOnly }) => bare.includes(from) && !typeOnly))).toEqual([]);
  });

  test('never climbs from one room into another by a relative path', () => {
    const climbing = imports.filter((one) => {
      const file = one.to.startsWith('.') ? target(one) : undefined;
      return (
        file !== undefined && roomOf(file) !== roomOf(one.from) && !file.startsWith('packages/local/bin/')
      );
    });
    expect(show(climbing)).toEqual([]);
  });

  test('imports only files that stand', () => {
    const missing = imports.filter((one) => {
      const file = target(one)?.replace(/\?.*$/, '');
      return file !== undefined && !existsSync(join(root, file));
    });
    expect(show(missing)).toEqual([]);
  });

  test('goes nowhere in a circle', () => {
    const next = new Map<string, string[]>();
    for (const one of imports) {
      const file = one.typeOnly ? undefined : target(one);
      if (file && sources.has(file)) next.set(one.from, [...(next.get(one.from) ?? []), file]);
    }
    expect(circles(next)).toEqual([]);
  });

  test('has no default exports but where a tool demands one, and no barrels', () => {
    const configs = /(^|\/)(vite|vitest|sst|knip|playwright)\.config\.ts$/;
    const guilty = files.filter(
      (file) => !configs.test(file) && /^export default\b/m.test(sources.get(file) ?? ''),
    );
    expect(guilty).toEqual([]);
    expect(files.filter((file) => /^export \* from/m.test(sources.get(file) ?? ''))).toEqual([]);
  });

  test('has no room for what has no name', () => {
    const nameless = /(^|\/)(utils?|helpers?|commons?|shared|misc)(\/|\.tsx?$)/;
    expect(files.filter((file) => nameless.test(file))).toEqual([]);
  });
});

describe('the lockfile', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<
      string,
      {
        version?: string;
        optional?: boolean;
        resolved?: string;
        optionalDependencies?: object;
        engines?: { node?: string } | string[];
      }
    >;
  };
  const names = Object.keys(lock.packages);

  test.each(['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'])(
    'holds the table engine for %s',
    (platform) => {
      expect(lock.packages[`node_modules/@dynoxide/${platform}`]).toMatchObject({
        version: '1.2.1',
        optional: true,
      });
    },
  );

  test('holds every package of every platform, so that npm ci works where a mirror lacks some', () => {
    const missing = Object.entries(lock.packages).flatMap(([name, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((wanted) => !names.some((one) => one.endsWith(`node_modules/${wanted}`)))
        .map((wanted) => `${name} wants ${wanted}`),
    );
    expect(missing).toEqual([]);
  });

  test.each(['20.19.0', '24.0.0'])('holds no package that warns on Node %s', (node) => {
    const warning = Object.entries(lock.packages).filter(
      ([, { optional, engines }]) =>
        !optional && engines && !Array.isArray(engines) && engines.node && !admits(engines.node, node),
    );
    expect(warning.map(([name, { version }]) => `${name} ${version}`)).toEqual([]);
    expect(admits('^22 || ^24 || >=26', '20.19.0')).toBe(false);
    expect(admits('^20.19.0 || >=22.12.0', '22.11.9')).toBe(false);
  });

  test('names no host', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
  });
});

/** Whether a range of `engines` admits a version: alternatives of bounds, `^`, `~` and bare numbers, as packages write them. */
function admits(range: string, version: string): boolean {
  const here = version.split('.').map(Number);
  const bounds = /(>=|<=|>|<|\^|~|)\s*(\d+)(?:\.(\d+))?(?:\.(\d+))?/g;
  return range.split('||').some((alternative) =>
    [...alternative.matchAll(bounds)].every(([, sign, ...written]) => {
      const bound = written.filter((part) => part !== undefined).map(Number);
      const order = [0, 1, 2]
        .map((at) => here[at]! - (bound[at] ?? 0))
        .find((difference) => difference !== 0);
      const same = (parts: number) => bound.slice(0, parts).every((part, at) => part === here[at]);
      if (sign === '') return same(3);
      if (sign === '^' || sign === '~') return (order ?? 0) >= 0 && same(sign === '^' ? 1 : 2);
      const compared = order ?? 0;
      return { '>=': compared >= 0, '<=': compared <= 0, '>': compared > 0, '<': compared < 0 }[sign!]!;
    }),
  );
}

/** Every circle of a graph, as the modules that it goes through. */
function circles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (node: string, path: string[]) => {
    const seen = path.indexOf(node);
    if (seen >= 0) {
      found.push([...path.slice(seen), node].join(' -> '));
      return;
    }
    if (done.has(node)) return;
    for (const one of next.get(node) ?? []) visit(one, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) visit(node, []);
  return found;
}
