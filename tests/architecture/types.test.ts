import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

/** Compiles one planted file under a layer's own tsconfig, without writing it anywhere. */
function messagesFor(layer: string, code: string): string[] {
  const configPath = resolve(layer, 'tsconfig.json');
  const { config } = ts.readConfigFile(configPath, ts.sys.readFile) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, dirname(configPath));
  const planted = join(resolve(layer), 'planted-breach.ts');
  const host = ts.createCompilerHost(options);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (name) => name === planted || fileExists.call(host, name);
  host.getSourceFile = (name, language) =>
    name === planted
      ? ts.createSourceFile(name, code, language, true)
      : getSourceFile.call(host, name, language);
  const program = ts.createProgram([planted], options, host);
  const source = program.getSourceFile(planted);
  return program
    .getSemanticDiagnostics(source)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('a global that a layer must not know does not compile there', () => {
  it.each([
    ['src-main/contract', 'process'],
    ['src-main/contract', 'document'],
    ['src-main/engine/kernel', 'process'],
    ['src-main/engine/kernel', 'window'],
    ['src-main/engine', 'document'],
    ['src-main/worker', 'document'],
    ['src-main/cli', 'document'],
    ['src-main/shell', 'document'],
    ['src-main/preload', 'process'],
    ['src-renderer', 'process'],
    ['src-renderer', 'Buffer'],
  ])('%s does not know %s', (layer, global) => {
    expect(messagesFor(layer, `export const planted = ${global};`).join()).toContain(
      `Cannot find name '${global}'`,
    );
  });

  it.each([
    ['src-main/engine', 'process.version'],
    ['src-main/shell', 'process.platform'],
    ['src-main/preload', 'document.title'],
    ['src-renderer', 'document.title'],
  ])('%s knows %s', (layer, expression) => {
    expect(messagesFor(layer, `export const planted = ${expression};`)).toEqual([]);
  });

  it('an unchecked index is an error everywhere', () => {
    const code = 'export function first(list: string[]): string { return list[0]; }';
    expect(messagesFor('src-main/contract', code).join()).toContain(
      "'undefined' is not assignable",
    );
  });
});
