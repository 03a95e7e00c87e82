/**
 * The layers and what each may import: the table of CONTRIBUTING.md as data, read by ESLint and by
 * dependency-cruiser, so that the two can't drift apart.
 *
 * `folder` is where the layer lives; `layers` what it may import beside itself; `packages` which libraries
 * ('*' means any, `node` the built-in modules).
 */
export const LAYERS = {
  contract: { folder: 'src-main/contract', layers: [], packages: ['zod'] },
  kernel: { folder: 'src-main/engine/kernel', layers: [], packages: [] },
  wording: { folder: 'src-main/engine/wording', layers: [], packages: [] },
  storage: {
    folder: 'src-main/engine/storage',
    layers: ['contract', 'kernel'],
    packages: ['*', 'node'],
  },
  inference: {
    folder: 'src-main/engine/inference',
    layers: ['contract', 'kernel'],
    packages: ['*', 'node'],
  },
  jobs: { folder: 'src-main/engine/jobs', layers: ['contract', 'kernel'], packages: ['*', 'node'] },
  catalogue: feature('catalogue'),
  imaging: feature('imaging'),
  style: feature('style'),
  recommend: feature('recommend'),
  insight: feature('insight'),
  compose: {
    folder: 'src-main/engine/compose',
    layers: [
      'contract',
      'kernel',
      'wording',
      'storage',
      'inference',
      'jobs',
      'catalogue',
      'imaging',
      'style',
      'recommend',
      'insight',
    ],
    packages: ['*', 'node'],
  },
  worker: { folder: 'src-main/worker', layers: ['contract', 'compose'], packages: ['node'] },
  cli: { folder: 'src-main/cli', layers: ['contract', 'compose'], packages: ['*', 'node'] },
  shell: { folder: 'src-main/shell', layers: ['contract'], packages: ['zod', 'node', 'electron'] },
  preload: { folder: 'src-main/preload', layers: ['contract'], packages: ['electron'] },
  theme: { folder: 'src-renderer/theme', layers: [], packages: ['*'] },
  i18n: { folder: 'src-renderer/i18n', layers: ['contract'], packages: ['*'] },
  bridge: { folder: 'src-renderer/bridge', layers: ['contract'], packages: [] },
  lib: { folder: 'src-renderer/lib', layers: ['contract'], packages: ['*'] },
  state: {
    folder: 'src-renderer/state',
    layers: ['bridge', 'lib', 'contract', 'i18n'],
    packages: ['*'],
  },
  components: {
    folder: 'src-renderer/components',
    layers: ['lib', 'i18n', 'contract'],
    packages: ['*'],
  },
  views: {
    folder: 'src-renderer/views',
    layers: ['components', 'state', 'lib', 'i18n', 'contract'],
    packages: ['*'],
  },
  app: {
    folder: 'src-renderer',
    layers: ['views', 'components', 'state', 'lib', 'i18n', 'theme', 'contract'],
    packages: ['*'],
  },
};

function feature(name) {
  return {
    folder: `src-main/engine/${name}`,
    layers: ['contract', 'kernel', 'wording', 'storage', 'inference', 'jobs'],
    packages: ['*', 'node'],
  };
}

/** Why a layer is closed to the others: shown where somebody crosses the line. */
export const REASON =
  'keeps the direction of the layers (CONTRIBUTING.md): pass what you need in from the layer above';
