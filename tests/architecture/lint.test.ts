import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Each row plants a breach in a file that doesn't exist and expects the named rule to catch it. */
const BREACHES = [
  [
    'contract knows no engine',
    'src-main/contract/x.ts',
    "import '../engine/kernel/cosine';",
    'boundaries/dependencies',
  ],
  [
    'contract knows no library but zod',
    'src-main/contract/x.ts',
    "import 'sharp';",
    'boundaries/dependencies',
  ],
  [
    'kernel imports no Node',
    'src-main/engine/kernel/x.ts',
    "import 'node:fs';",
    'boundaries/dependencies',
  ],
  [
    'kernel imports no library',
    'src-main/engine/kernel/x.ts',
    "import 'zod';",
    'boundaries/dependencies',
  ],
  [
    'kernel imports no contract',
    'src-main/engine/kernel/x.ts',
    "import '../../contract';",
    'boundaries/dependencies',
  ],
  [
    'storage knows no feature',
    'src-main/engine/storage/x.ts',
    "import '../style/index';",
    'boundaries/dependencies',
  ],
  [
    'jobs know no feature',
    'src-main/engine/jobs/x.ts',
    "import '../catalogue/discover';",
    'boundaries/dependencies',
  ],
  [
    'a feature knows no other',
    'src-main/engine/style/x.ts',
    "import '../insight/index';",
    'boundaries/dependencies',
  ],
  [
    'a feature knows no composition',
    'src-main/engine/style/x.ts',
    "import '../compose';",
    'boundaries/dependencies',
  ],
  [
    'the engine knows no Electron',
    'src-main/engine/imaging/x.ts',
    "import 'electron';",
    'boundaries/dependencies',
  ],
  [
    'the shell runs no engine',
    'src-main/shell/x.ts',
    "import '../engine/compose';",
    'boundaries/dependencies',
  ],
  [
    'the shell decodes nothing',
    'src-main/shell/x.ts',
    "import 'sharp';",
    'boundaries/dependencies',
  ],
  [
    'the worker wires nothing',
    'src-main/worker/x.ts',
    "import '../engine/storage/database';",
    'boundaries/dependencies',
  ],
  [
    'preload exposes only the contract',
    'src-main/preload/x.ts',
    "import '../shell/menu';",
    'boundaries/dependencies',
  ],
  [
    'components know no state',
    'src-renderer/components/x.ts',
    "import '../state/library.svelte';",
    'boundaries/dependencies',
  ],
  [
    'views know no bridge',
    'src-renderer/views/x.ts',
    "import '../bridge';",
    'boundaries/dependencies',
  ],
  [
    'lib knows no state',
    'src-renderer/lib/x.ts',
    "import '../state/library.svelte';",
    'boundaries/dependencies',
  ],
  [
    'the renderer knows no Node',
    'src-renderer/lib/x.ts',
    "import 'node:fs';",
    'boundaries/dependencies',
  ],
  [
    'the renderer knows no engine',
    'src-renderer/lib/x.ts',
    "import '../../src-main/engine/kernel/cosine';",
    'boundaries/dependencies',
  ],
  [
    'every file has a layer',
    'src-main/stray.ts',
    'export const x = 1;',
    'boundaries/no-unknown-files',
  ],
  [
    'one place listens to the renderer',
    'src-main/shell/x.ts',
    "import { ipcMain } from 'electron';\nipcMain.on('a', () => undefined);",
    'no-restricted-syntax',
  ],
  [
    'one place touches the bridge',
    'src-renderer/state/x.ts',
    'export const x = window.oeuvre;',
    'no-restricted-syntax',
  ],
] as const;

const LAWFUL = [
  ['a feature may use storage', 'src-main/engine/style/x.ts', "import '../storage/work-table';"],
  ['the shell may use the contract', 'src-main/shell/x.ts', "import '../contract';"],
  ['contract may use zod', 'src-main/contract/x.ts', "import 'zod';"],
  [
    'compose wires everything',
    'src-main/engine/compose/x.ts',
    "import '../kernel/cosine';\nimport '../storage/work-table';",
  ],
] as const;

describe('the lint rules keep the architecture', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint();
  });

  async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
    const [result] = await eslint.lintText(`${code}\n`, { filePath });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  }

  it.each(BREACHES)('%s', async (_rule, file, code, rule) => {
    expect(await rulesBroken(file, code)).toContain(rule);
  });

  it.each(LAWFUL)('%s', async (_rule, file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });

  it('a breach inside a Svelte component is caught too', async () => {
    const code = '<script lang="ts">\n  import \'../state/library.svelte\';\n</script>\n\n<p>x</p>';
    expect(await rulesBroken('src-renderer/components/X.svelte', code)).toContain(
      'boundaries/dependencies',
    );
  });
});
