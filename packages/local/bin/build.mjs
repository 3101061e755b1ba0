/**
 * Builds what is stale: the bundles that Lambda runs (functions/dist/NAME/index.mjs), the programs of this machine
 * (packages/local/dist, packages/bench/dist, stacks/dist) and the pages (web/dist). Stale means another content hash of
 * sources, lockfile and build scripts. `build.mjs functions local` builds only these; `--force` builds in any case.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { hashOf, isStale, root, stamp } from './stale.mjs';

const core = [
  'packages/domain',
  'packages/core',
  'packages/forms',
  'functions/package.json',
  'functions/src',
];
const yard = [...core, 'packages/intake', 'packages/local/package.json', 'packages/local/src'];

const targets = {
  functions: { dist: 'functions/dist', sources: core, make: bundleFunctions },
  local: { dist: 'packages/local/dist', sources: yard, make: bundleLocal },
  bench: { dist: 'packages/bench/dist', sources: [...yard, 'packages/bench'], make: bundleBench },
  stacks: { dist: 'stacks/dist', sources: [...core, 'stacks'], make: bundleStacks },
  web: { dist: 'web/dist', sources: ['packages/domain', 'packages/forms', 'web'], make: buildPages },
};

/** ESM bundles may hold CommonJS packages, which ask for `require`. */
const banner = {
  js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
};
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.mjs' },
  logLevel: 'warning',
  banner,
};

/** Schema libraries that hono-openapi would load where a schema is theirs; ours are valibot's. */
const foreign = ['zod', 'zod-to-json-schema', 'effect', 'sury', 'arktype', 'typebox'];

/** The machinery that writes the OpenAPI document: half a megabyte that a function never calls. */
const withoutWriter = {
  name: 'without-writer',
  setup(bundle) {
    bundle.onResolve({ filter: /^@standard-community\/standard-(json|openapi)$/ }, ({ path }) => ({
      path,
      namespace: 'without-writer',
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'without-writer' }, () => ({
      contents: `const none = () => { throw new Error('The OpenAPI document is written by the build.'); };
        export { none as toJsonSchema, none as toOpenAPISchema, none as loadVendor };`,
    }));
  },
};

/**
 * ElectroDB looks at every entity by a schema when it is built. Ours are constants that every test builds with it: on
 * Lambda that look would be a thirtieth of the API's start.
 */
const withoutModelCheck = {
  name: 'without-model-check',
  setup(bundle) {
    bundle.onResolve({ filter: /^jsonschema$/ }, ({ path }) => ({ path, namespace: 'without-model-check' }));
    bundle.onLoad({ filter: /.*/, namespace: 'without-model-check' }, () => ({
      contents: `exports.Validator = class {
        get customFormats() { return {}; }
        addSchema() {}
        validate() { return { errors: [] }; }
      };`,
    }));
  },
};

/** On Lambda the keys stand in the environment: the other dozen ways to find some would be a tenth of each bundle. */
const lambdaKeys = {
  name: 'lambda-keys',
  setup(bundle) {
    bundle.onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, ({ path, resolveDir }) => ({
      path,
      namespace: 'lambda-keys',
      pluginData: resolveDir,
    }));
    bundle.onLoad({ filter: /.*/, namespace: 'lambda-keys' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: pluginData,
    }));
  },
};

/** Writes the OpenAPI document beside the API's bundle. */
async function writeDocument(dist) {
  const writer = join(root, dist, 'writer.mjs');
  const contents = `import { createApp } from './app.ts'; import { openapiOf } from './openapi.ts';
    export const write = () => openapiOf(createApp());`;
  const stdin = { contents, resolveDir: join(root, 'functions/src'), loader: 'ts' };
  await build({ ...common, stdin, outfile: writer, external: foreign });
  process.env.AWS_REGION ??= 'ap-southeast-1';
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { write } = await import(pathToFileURL(writer).href);
  writeFileSync(join(root, dist, 'api/openapi.json'), JSON.stringify(await write()));
  rmSync(writer);
}

/**
 * Builds each function into a folder of its own. What is loaded when it is asked for (`await import()`: the writers of
 * Excel, Word and mail) becomes a chunk beside `index.mjs`, so that the start does not pay for it.
 */
async function bundleFunctions(dist) {
  const names = ['api', 'sweep', 'relay', 'notify', 'receive', 'deliver', 'mail', 'digest', 'fileout'];
  const sizes = {};
  for (const name of names) {
    const { metafile } = await build({
      ...common,
      entryPoints: { index: `functions/src/${name}.ts` },
      outdir: `${dist}/${name}`,
      splitting: true,
      chunkNames: 'chunk-[hash]',
      minify: true,
      // Names stay readable in the logs.
      keepNames: true,
      sourcemap: 'external',
      plugins: [withoutWriter, withoutModelCheck, lambdaKeys],
      metafile: true,
    });
    sizes[name] = weigh(metafile, `functions/src/${name}.ts`);
  }
  writeFileSync(join(root, dist, 'sizes.json'), JSON.stringify(sizes, null, 1));
  await writeDocument(dist);
}

/**
 * What a function weighs: the bytes that its start reads (`index.mjs` and the chunks that it imports at once), how many
 * of them come from which package, and the same of what it loads later.
 */
function weigh({ outputs }, source) {
  const files = Object.entries(outputs).filter(([path]) => path.endsWith('.mjs'));
  // A module that is loaded late is an entry of a chunk too.
  const [entry] = files.find(([, { entryPoint }]) => entryPoint === source);
  const start = new Set([entry]);
  for (const path of start) {
    for (const { path: next, kind } of outputs[path].imports) {
      if (kind === 'import-statement' && outputs[next]) start.add(next);
    }
  }
  const of = (paths) => {
    const parts = {};
    let [bytes, gzipped] = [0, 0];
    for (const path of paths) {
      bytes += outputs[path].bytes;
      gzipped += gzipSync(readFileSync(join(root, path))).length;
      for (const [input, { bytesInOutput }] of Object.entries(outputs[path].inputs)) {
        const part = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? input.split('/src/')[0];
        parts[part] = (parts[part] ?? 0) + bytesInOutput;
      }
    }
    const heaviest = Object.entries(parts).sort(([, a], [, b]) => b - a);
    return { bytes, gzipped, parts: Object.fromEntries(heaviest) };
  };
  const later = files.map(([path]) => path).filter((path) => !start.has(path));
  return { ...of(start), later: of(later) };
}

async function bundleLocal(dist) {
  await build({
    ...common,
    entryPoints: ['server', 'commands'].map((name) => `packages/local/src/${name}.ts`),
    outdir: dist,
    splitting: true,
    plugins: [withoutWriter],
    chunkNames: 'chunk-[hash]',
    sourcemap: 'linked',
  });
}

async function bundleBench(dist) {
  await build({
    ...common,
    // What starts programs by their place must stay in its own.
    external: ['playwright-core', '../../local/bin/*'],
    entryPoints: ['packages/bench/src/bench.ts'],
    outdir: dist,
    sourcemap: 'linked',
    plugins: [withoutWriter],
  });
}

async function bundleStacks(dist) {
  // aws-cdk-lib reads its own files: it stays a package.
  const external = ['aws-cdk-lib', 'constructs', 'sst', 'cdk-nag'];
  const entryPoints = ['synth', 'deploy', 'check'].map((name) => `stacks/${name}.ts`);
  await build({ ...common, entryPoints, outdir: dist, external });
  await build({ ...common, entryPoints: ['stacks/publish.ts'], outdir: dist, minify: true });
}

async function buildPages(dist) {
  const vite = createRequire(join(root, 'web/package.json')).resolve('vite/package.json');
  run(
    process.execPath,
    [
      join(vite, '../bin/vite.js'),
      'build',
      '--logLevel',
      'warn',
      '--emptyOutDir',
      '--outDir',
      join(root, dist),
    ],
    join(root, 'web'),
  );
  compress(join(root, dist));
}

/** Lays a brotli and a gzip copy beside every text file, so that none is compressed while serving. */
function compress(folder) {
  const texts = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt']);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !texts.has(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    if (bytes.length < 1024) continue;
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }));
  }
}

/** A test that finds the pages stale builds them as they are shipped all the same. */
function run(command, args, cwd) {
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit', env });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/** Puts the new build in the place of the old one, so that nobody ever sees half a build. */
function swap(fresh, dist) {
  const old = join(root, `${fresh}.old`);
  for (let attempt = 1; ; attempt++) {
    try {
      rmSync(old, { recursive: true, force: true });
      if (existsSync(join(root, dist))) renameSync(join(root, dist), old);
      renameSync(join(root, fresh), join(root, dist));
      break;
    } catch (error) {
      // Another build of the same moment was between these two steps.
      if (attempt === 5) throw error;
    }
  }
  rmSync(old, { recursive: true, force: true });
}

const args = process.argv.slice(2);
const force = args.includes('--force');
const wanted = args.filter((arg) => !arg.startsWith('--'));
const names = wanted.length > 0 ? wanted : ['functions', 'local', 'web'];
for (const name of names) {
  const target = targets[name];
  if (!target) {
    console.error(`Không có phần "${name}" để dựng. Có: ${Object.keys(targets).join(', ')}.`);
    process.exit(2);
  }
  const hash = hashOf(target.sources);
  if (!force && !isStale(target.dist, hash)) continue;
  const begun = Date.now();
  const fresh = `.tmp/build-${process.pid}/${name}`;
  mkdirSync(join(root, fresh), { recursive: true });
  await target.make(fresh);
  stamp(fresh, hash);
  swap(fresh, target.dist);
  console.error(`built ${name} in ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}
rmSync(join(root, `.tmp/build-${process.pid}`), { recursive: true, force: true });
