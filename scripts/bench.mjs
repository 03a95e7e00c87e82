// Builds tests/bench for Node and runs it: one `name value unit` line a figure on stdout, notes on stderr.
// Arguments name the groups to run, e.g. `npm run bench -- index search`; without any, all run.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { setStage } from './runtime/stage.mjs';

const outDir = resolve('.cache/bench');

await build({
  configFile: false,
  logLevel: 'error',
  build: {
    ssr: resolve('tests/bench/index.ts'),
    outDir,
    target: 'node20',
    rollupOptions: { output: { format: 'es', entryFileNames: 'bench.mjs' } },
  },
});
const stage = await setStage((line) => console.error(line));
const { status } = spawnSync(
  process.execPath,
  [join(outDir, 'bench.mjs'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      OEUVRE_ELECTRON: stage.runtime.executable,
      ...(stage.display && { DISPLAY: stage.display }),
    },
  },
);
await stage.stop();
process.exit(status ?? 1);
