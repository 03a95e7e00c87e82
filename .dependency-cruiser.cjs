/** The same table of layers that ESLint reads, checked on the resolved graph: the gate in CI. */
const { LAYERS, REASON } = require('./scripts/lint/layers.js');

const escape = (folder) => folder.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

// A folder's pattern leaves out the layers that live deeper inside it (kernel inside engine, views inside app).
function pathsOf(name) {
  const { folder } = LAYERS[name];
  const deeper = Object.values(LAYERS)
    .filter((other) => other.folder !== folder && other.folder.startsWith(`${folder}/`))
    .map((other) => `^${escape(other.folder)}/`);
  return { path: `^${escape(folder)}/`, pathNot: deeper };
}

const layerRules = Object.entries(LAYERS).map(([name, { layers }]) => ({
  name: `layer-${name}`,
  comment: `${name} may import ${layers.join(', ') || 'no other layer'}: it ${REASON}`,
  severity: 'error',
  from: pathsOf(name),
  to: {
    path: '^src-(main|renderer)/',
    pathNot: [name, ...layers].map((allowed) => pathsOf(allowed).path),
  },
}));

const nodeFree = [
  'contract',
  'kernel',
  'preload',
  'bridge',
  'lib',
  'state',
  'components',
  'views',
  'app',
  'i18n',
];

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one idea, or hide a third',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphan-folder',
      comment: 'Every source file belongs to a layer',
      severity: 'error',
      from: { path: '^src-main/(?!contract|shell|preload|worker|cli|engine)' },
      to: {},
    },
    ...nodeFree.map((name) => ({
      name: `no-node-in-${name}`,
      comment: `${name} must run where there is no Node`,
      severity: 'error',
      from: pathsOf(name),
      to: { dependencyTypes: ['core'] },
    })),
    {
      name: 'electron-only-in-shell',
      comment: 'The engine and the renderer know nothing of Electron',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/(shell|preload)/' },
      to: { path: '(^|/)electron(/|$)', dependencyTypes: ['npm', 'npm-dev'] },
    },
    {
      name: 'shell-never-decodes',
      comment: 'Images and models are the engine process, so that a hostile file costs no window',
      severity: 'error',
      from: { path: '^src-main/(shell|preload)/' },
      to: { path: 'node_modules/(sharp|onnxruntime-node|libsql|exifr|ag-psd|libheif-js)/' },
    },
    {
      name: 'inference-is-kept-quiet',
      comment: 'Its runtime reports to its maker unless told not to before the first session',
      severity: 'error',
      from: { path: '^src-', pathNot: '^src-main/engine/inference/onnx-runtime\\.ts$' },
      to: { path: 'node_modules/onnxruntime-node/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/i18n/messages/', '/wording/messages/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.svelte', '.json'] },
  },
};
