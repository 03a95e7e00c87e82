import { EVALUATE_OUTPUT_VERSION, type EvaluateOutput } from '../contract/evaluate-output';
import { labelKey, type Engine, type EvaluationAnswer } from '../engine/compose';
import type { StyleArguments } from './evaluate-arguments';
import { readLabels, type LabelTable } from './evaluate-labels';
import { evaluationTable } from './evaluate-table';
import { indexFolder } from './index-folder';
import { jsonText } from './json-text';
import { printable } from './printable';
import { ProgressLine } from './progress-line';
import type { Streams } from './streams';
import { UsageError } from './usage-error';
import { withEngine, type Installation } from './with-engine';
import { withModel } from './with-model';
import { checkTarget, writeWhole } from './write-file';

/**
 * Measures the style recognition on a folder of works whose labels are known.
 *
 * @param interrupted aborts when the user wants to stop; nothing is then left behind either
 * @throws UsageError, EngineError
 */
export async function evaluateStyle(
  options: StyleArguments,
  installation: Installation,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<void> {
  await checkTarget('--json', options.json);
  await checkTarget('--catalogue', options.catalogue);
  const table = await readLabels(options.labels);
  checkMovements(options.only ?? [], table);
  const { catalogue, model } = options;
  await withModel(model, installation, (using) =>
    withEngine({ command: 'evaluate', catalogue, installation: using, interrupted }, (engine) =>
      evaluateWith(engine, options, { table, version: installation.version }, streams),
    ),
  );
}

function checkMovements(only: readonly string[], { works }: LabelTable): void {
  const borne = new Set(works.map(({ movement }) => labelKey(movement ?? '')));
  const missing = only.find((name) => !borne.has(labelKey(name)));
  if (missing !== undefined)
    throw new UsageError(`--only: no line of the labels has the movement '${missing}'`);
}

async function evaluateWith(
  engine: Engine,
  options: StyleArguments,
  { table, version }: { table: LabelTable; version: string },
  streams: Streams,
): Promise<void> {
  const progress = new ProgressLine(streams.error);
  const { id, path } = await indexFolder(engine, options.folder, progress);
  progress.show('Measuring');
  const answer = await engine.evaluateStyle({
    folderId: id,
    path,
    works: table.works,
    only: options.only,
    chance: options.chance,
  });
  const output = outputOf(answer, options, { table, path, version });
  progress.say(`${output.works.total} works measured.`);
  if (options.json !== undefined && options.json !== '-')
    await writeWhole(options.json, jsonText(output));
  streams.out.write(options.json === '-' ? jsonText(output) : evaluationTable(output));
  tellSkipped(output, progress);
}

function outputOf(
  answer: EvaluationAnswer,
  { only, chance }: StyleArguments,
  { table, path, version }: { table: LabelTable; path: string; version: string },
): EvaluateOutput {
  const { model, evaluation, skipped } = answer;
  return {
    version: EVALUATE_OUTPUT_VERSION,
    oeuvre: version,
    folder: path,
    model,
    chance,
    only,
    ...evaluation,
    skipped: [...table.skipped, ...skipped],
    remarks: [...undatedRemark(table), ...remarksOf(answer)],
  };
}

function undatedRemark({ undated }: LabelTable): string[] {
  const [first] = undated;
  if (!first) return [];
  const example = `'${printable(first.year)}' in line ${first.line}`;
  return [
    `Years that are no number, such as ${example}: ${undated.length}. Their works count without one.`,
  ];
}

/** Why figures are missing. */
function remarksOf({ movements, periods, evaluation }: EvaluationAnswer): string[] {
  const { known, outOfSet, withArtist, withGenre, withYear } = evaluation.works;
  const remarks: string[] = [];
  if (movements === null)
    remarks.push('The model has no movement head: only retrieval could be measured.');
  else if (known === 0) remarks.push('No work bears a movement that the model knows.');
  if (movements !== null && outOfSet === 0)
    remarks.push('No work bears a movement that the model does not know.');
  if (withYear === 0) remarks.push('No year is given.');
  else if (!periods) remarks.push('The model tells no period.');
  if (withArtist === 0) remarks.push('No artist is given.');
  else if (!evaluation.artistMap) remarks.push('No artist is given for two works.');
  if (withGenre === 0) remarks.push('No genre is given.');
  else if (!evaluation.genrePrecisionAt1) remarks.push('No genre is given for two works.');
  return remarks;
}

function tellSkipped({ skipped }: EvaluateOutput, progress: ProgressLine): void {
  if (skipped.length === 0) return;
  progress.say(`${skipped.length} skipped:`);
  for (const { file, reason } of skipped)
    progress.say(`  ${printable(file)}  ${printable(reason)}`);
}
