import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/**
 * A small tree with the same layers, in which every rule of the dependency graph is broken once. The gate
 * must name each of them.
 */
const PLANTED: Record<string, string> = {
  'src-main/contract/index.ts': 'export const contract = 1;',
  'src-main/contract/breach.ts': "import '../shell/index';",
  'src-main/shell/index.ts': 'export const shell = 1;',
  'src-main/shell/decodes.ts': "import 'sharp';",
  'src-main/engine/kernel/a.ts': "import './b';\nexport const a = 1;",
  'src-main/engine/kernel/b.ts': "import './a';\nexport const b = 1;",
  'src-main/engine/kernel/reads.ts': "import 'node:fs';",
  'src-main/engine/storage/index.ts': "import '../style/index';\nexport const storage = 1;",
  'src-main/engine/inference/infers.ts': "import 'onnxruntime-node';",
  'src-main/engine/style/index.ts': "import '../insight/index';\nexport const style = 1;",
  'src-main/engine/insight/index.ts': "import 'electron';\nexport const insight = 1;",
  'src-main/worker/index.ts': "import '../engine/storage/index';",
  'src-renderer/views/View.ts': "import '../bridge/index';",
  'src-renderer/bridge/index.ts': 'export const bridge = 1;',
  'src-renderer/lib/index.ts': "import 'node:path';",
};

const EXPECTED = [
  'layer-contract',
  'layer-storage',
  'layer-style',
  'layer-worker',
  'layer-views',
  'no-circle',
  'no-node-in-kernel',
  'no-node-in-lib',
  'electron-only-in-shell',
  'shell-never-decodes',
  'inference-is-kept-quiet',
];

describe('the dependency gate', () => {
  const tree = resolve('.cache/planted-breaches');
  let broken: string[] = [];

  beforeAll(async () => {
    await rm(tree, { recursive: true, force: true });
    for (const [file, code] of Object.entries(PLANTED)) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await writeFile(join(tree, file), `${code}\n`);
    }
    const cruiser = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const config = resolve('.dependency-cruiser.cjs');
    await writeFile(
      join(tree, 'tsconfig.base.json'),
      '{ "compilerOptions": { "module": "ESNext" } }',
    );
    const { stdout } = spawnSync(
      process.execPath,
      [cruiser, '--config', config, '--output-type', 'json', 'src-main', 'src-renderer'],
      { cwd: tree, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const { summary } = JSON.parse(stdout) as {
      summary: { violations: { rule: { name: string } }[] };
    };
    broken = summary.violations.map(({ rule }) => rule.name);
  });

  afterAll(() => rm(tree, { recursive: true, force: true }));

  it.each(EXPECTED)('catches a breach of %s', (rule) => {
    expect(broken).toContain(rule);
  });
});
