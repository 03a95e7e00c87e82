import { basename } from 'node:path';
import type { AnalyzeOutput, Folder } from '../contract';
import type { Engine } from '../engine/compose';
import { collectOutput } from './collect-output';
import { indexFolder } from './index-folder';
import { jsonText } from './json-text';
import type { AnalyzeArguments } from './parse-arguments';
import { printable } from './printable';
import { ProgressLine } from './progress-line';
import type { Streams } from './streams';
import { withEngine, type Installation } from './with-engine';
import { checkTarget, writeWhole } from './write-file';

/**
 * Analyses a folder from beginning to end.
 *
 * @param interrupted aborts when the user wants to stop; nothing is then left behind either
 * @throws UsageError, EngineError
 */
export async function analyze(
  options: AnalyzeArguments,
  installation: Installation,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<void> {
  await checkTarget('--json', options.json);
  await checkTarget('--html', options.html);
  await checkTarget('--catalogue', options.catalogue);
  const { catalogue } = options;
  await withEngine({ command: 'analyze', catalogue, installation, interrupted }, (engine) =>
    analyzeWith(engine, options, installation.version, streams),
  );
}

async function analyzeWith(
  engine: Engine,
  options: AnalyzeArguments,
  version: string,
  streams: Streams,
): Promise<void> {
  const progress = new ProgressLine(streams.error);
  const folder = await indexFolder(engine, options.folder, progress);
  const output = await collectOutput({
    engine,
    version,
    folder,
    onProgress: (done, total) => progress.show(`Comparing ${done} of ${total}`),
  });
  await writeJson(output, options, streams);
  if (options.html !== undefined) await writeReport(engine, folder, options, options.html);
  summarise(output, progress);
}

async function writeJson(
  output: AnalyzeOutput,
  { json, html }: AnalyzeArguments,
  { out }: Streams,
): Promise<void> {
  if (json === undefined && html !== undefined) return;
  const text = jsonText(output);
  if (json === undefined || json === '-') out.write(text);
  else await writeWhole(json, text);
}

async function writeReport(
  engine: Engine,
  folder: Folder,
  { language, title }: AnalyzeArguments,
  file: string,
): Promise<void> {
  const name = title ?? titleOf(folder);
  const request = { language, ...(name !== undefined && { name }) };
  const { html } = await engine.request('portfolio.report', request);
  await writeWhole(file, html);
}

/** A folder's name as a title begins: with a capital. */
function titleOf({ path }: Folder): string | undefined {
  const name = basename(path).slice(0, 200);
  return name === '' ? undefined : name.charAt(0).toUpperCase() + name.slice(1);
}

function summarise({ works, failed, portfolio }: AnalyzeOutput, progress: ProgressLine): void {
  const groups = portfolio.clusters.length;
  progress.say(`${works.length} works in ${groups} ${groups === 1 ? 'group' : 'groups'}.`);
  if (failed.length === 0) return;
  progress.say(`${failed.length} could not be read:`);
  for (const { file, code, reason } of failed)
    progress.say(`  ${printable(file)}  ${code}  ${printable(reason)}`);
}
