import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;
const commonjs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name].cjs',
} as const;

// Targets are set by hand: the code also runs on Electron 33 (Node 20.18, Chromium 130), see docs/decisions.
export default defineConfig({
  main: {
    build: {
      target: 'node20',
      rollupOptions: {
        input: {
          index: resolve(root, 'src-main/shell/index.ts'),
          engine: resolve(root, 'src-main/worker/entry.ts'),
          cli: resolve(root, 'src-main/cli/entry.ts'),
          'map-worker': resolve(root, 'src-main/engine/insight/map-worker.ts'),
          'insight-worker': resolve(root, 'src-main/engine/compose/insight-worker.ts'),
          'download-worker': resolve(root, 'src-main/engine/inference/packs/download-worker.ts'),
        },
        output: commonjs,
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      // A sandboxed preload can load nothing but electron: everything else goes into its one file.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: resolve(root, 'src-main/preload/index.ts') },
        output: commonjs,
      },
    },
  },
  renderer: {
    root: resolve(root, 'src-renderer'),
    base: './',
    plugins: [svelte()],
    build: {
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve(root, 'src-renderer/index.html') } },
    },
  },
});
