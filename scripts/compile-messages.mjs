// Compiles resources/messages into typed functions, twice: the renderer and the engine's reports speak
// from the same sentences without importing each other.
import { compile } from '@inlang/paraglide-js';

const outputs = ['src-renderer/i18n/messages', 'src-main/engine/wording/messages'];

for (const outdir of outputs) {
  await compile({
    project: './project.inlang',
    outdir,
    strategy: ['globalVariable', 'baseLocale'],
    emitTsDeclarations: true,
    emitReadme: false,
    outputStructure: 'locale-modules',
    disableAsyncLocalStorage: true,
    isServer: 'false',
  });
}
console.log(`Messages compiled into ${outputs.join(' and ')}`);
// The compiler leaves timers running for half a minute after its work is done.
process.exit(0);
