import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * Bundles a TypeScript file so that plain Node can run it.
 *
 * @param name of the TypeScript file beside this one, without its extension
 * @returns where the bundle lies: below node_modules, so that packages are found from there
 */
export async function bundleChild(name: string): Promise<string> {
  const root = path.resolve(here, '../../../..');
  const outDir = path.join(root, 'node_modules/.cache/oeuvre-tests', `${name}-${process.pid}`);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: path.join(here, `${name}.ts`),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  });
  return path.join(outDir, `${name}.mjs`);
}
