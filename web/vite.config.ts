import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Few files for the first page, instead of one for each module that two pages share; web/budget weighs them. */
const base = [
  /node_modules.(solid-js|@solidjs|@tanstack.(solid-query|query-core)|@solid-primitives)\b/,
  /lucide-solid.dist.source.(Icon|context|defaultAttributes|icons.(triangle-alert|inbox))\b/,
  /domain.src.statewords\./,
  /src.(api|lock|problem|queries|theme|words.words|words.vi.core|parts.(button|field|states))\./,
];
const frame = [
  /node_modules.tinykeys\b|domain.src.day\./,
  /lucide-solid.dist.source.icons.(bell|moon|search|sun|plus|check|x|layout-dashboard|list-checks|file-text|settings)\./,
  /src.(inside|session|hold|parts.(shell|top|toasts?|keys|nav|menu|badge|page|segmented|awaiting|answered))\./,
];
const any = (tests: RegExp[]) => new RegExp(tests.map((test) => test.source).join('|'));
const groups = [
  { name: 'base', test: any(base) },
  { name: 'frame', test: any(frame) },
];

export default defineConfig({
  plugins: [solid()],
  worker: { format: 'es' },
  build: {
    manifest: true,
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups },
        // The entry lists every file of every page: their names are bytes of the first page too.
        ...{ entryFileNames: 'assets/[hash:7].js', chunkFileNames: 'assets/[hash:7].js' },
        assetFileNames: 'assets/[hash:7][extname]',
      },
    },
  },
  server: { proxy: { '/api': { target: process.env.API ?? 'http://127.0.0.1:3000', changeOrigin: false } } },
});
