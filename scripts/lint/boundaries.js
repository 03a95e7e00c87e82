import { LAYERS, REASON } from './layers.js';

// The innermost folder must win, so elements are listed from the deepest to the shallowest.
const deepestFirst = Object.entries(LAYERS).sort(
  ([, a], [, b]) => b.folder.split('/').length - a.folder.split('/').length,
);

export const boundarySettings = {
  'import/resolver': { node: { extensions: ['.ts', '.js', '.svelte', '.svelte.ts', '.d.ts'] } },
  'boundaries/include': ['src-main/**/*', 'src-renderer/**/*'],
  'boundaries/elements': deepestFirst.map(([type, { folder }]) => ({ type, pattern: folder })),
};

const RAW_IPC = {
  selector: "CallExpression[callee.object.name='ipcMain']",
  message:
    'Only shell/checked-ipc.ts listens to the renderer, because it checks who asks and for what',
};

const RAW_BRIDGE = {
  selector: "MemberExpression[object.name='window'][property.name='oeuvre']",
  message: 'Only bridge/ touches window.oeuvre',
};

const allowed = Object.entries(LAYERS).map(([type, { layers }]) => ({
  from: { element: { type } },
  allow: { to: { element: { types: { anyOf: [type, ...layers] } } } },
}));

// Kernel and contract stay free of platforms, the renderer of Node, the engine of Electron.
const withoutPackages = Object.entries(LAYERS).flatMap(([type, { packages }]) => {
  const rules = [];
  const from = { element: { type } };
  if (!packages.includes('node'))
    rules.push({ from, disallow: { to: { module: { origin: 'core' } } } });
  if (!packages.includes('electron')) {
    rules.push({ from, disallow: { to: { module: { origin: 'external', source: 'electron' } } } });
  }
  if (!packages.includes('*')) {
    const known = packages.filter((name) => name !== 'node').join('|') || '-';
    const source = [`!(${known})`, '@*/*'];
    rules.push({ from, disallow: { to: { module: { origin: 'external', source } } } });
  }
  return rules;
});

export const boundaryRules = {
  'boundaries/no-unknown-files': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      checkAllOrigins: true,
      message: `This import ${REASON}`,
      policies: [
        ...allowed,
        { allow: { to: { module: { origin: 'external' } } } },
        { allow: { to: { module: { origin: 'core' } } } },
        ...withoutPackages,
      ],
    },
  ],
  'no-restricted-imports': [
    'error',
    {
      patterns: [{ group: ['**/out/**'], message: 'Build output is not a source' }],
    },
  ],
  'no-restricted-syntax': ['error', RAW_IPC, RAW_BRIDGE],
};

/** The two files that exist to do what the others must not. */
export const exemptions = [
  {
    files: ['src-main/shell/checked-ipc.ts'],
    rules: { 'no-restricted-syntax': ['error', RAW_BRIDGE] },
  },
  { files: ['src-renderer/bridge/*.ts'], rules: { 'no-restricted-syntax': ['error', RAW_IPC] } },
];
