// One tsconfig per layer, so that a global which a layer must not know (window, process) does not compile
// there. Runs them one after another and reports every failure, not just the first.
import { spawnSync } from 'node:child_process';

const projects = [
  'src-main/contract',
  'src-main/engine/kernel',
  'src-main/engine',
  'src-main/worker',
  'src-main/cli',
  'src-main/shell',
  'src-main/preload',
  'tests',
  '.',
];

function run(command, args) {
  return spawnSync(process.execPath, [command, ...args], { stdio: 'inherit' }).status === 0;
}

const failed = projects.filter(
  (project) => !run('node_modules/typescript/bin/tsc', ['-p', project]),
);
if (
  !run('node_modules/svelte-check/bin/svelte-check', [
    '--tsconfig',
    'src-renderer/tsconfig.json',
    '--fail-on-warnings',
  ])
) {
  failed.push('src-renderer');
}
if (failed.length > 0) {
  console.error(`Types do not hold in: ${failed.join(', ')}`);
  process.exit(1);
}
