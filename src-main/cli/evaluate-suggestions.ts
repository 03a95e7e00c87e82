import { setImmediate } from 'node:timers/promises';
import { SUGGESTIONS_OUTPUT_VERSION, type SuggestionsOutput } from '../contract/suggestions-output';
import { evaluateRatings, type RatingTables } from '../engine/compose';
import type { SuggestionsArguments } from './evaluate-arguments';
import { jsonText } from './json-text';
import { ProgressLine } from './progress-line';
import { readRatedItems } from './read-rated-items';
import type { Streams } from './streams';
import { suggestionsTable } from './suggestions-table';
import { UsageError } from './usage-error';
import { Interrupted } from './with-engine';
import { checkTarget, writeWhole } from './write-file';

/**
 * Measures the suggestions from co-occurrence on tables of ratings.
 *
 * @throws UsageError, Interrupted
 */
export async function evaluateSuggestions(
  options: SuggestionsArguments,
  version: string,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<void> {
  await checkTarget('--json', options.json);
  const { minRating, surprise } = options;
  const tables = await readTables(options);
  const progress = new ProgressLine(streams.error);
  const step = async (text: string): Promise<void> => {
    progress.show(text);
    // Lets an interruption come through between two stretches of work.
    await setImmediate();
    if (interrupted.aborted) throw new Interrupted();
  };
  const start = performance.now();
  const evaluation = await evaluateRatings(tables, { minRating, surprise }, step).catch(inWords);
  const output: SuggestionsOutput = {
    version: SUGGESTIONS_OUTPUT_VERSION,
    oeuvre: version,
    ...evaluation,
  };
  progress.say(`Done in ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  if (options.json !== undefined && options.json !== '-')
    await writeWhole(options.json, jsonText(output));
  streams.out.write(options.json === '-' ? jsonText(output) : suggestionsTable(output));
}

async function readTables({
  train,
  valid,
  test,
  minRating,
}: SuggestionsArguments): Promise<RatingTables> {
  const kind = { rated: minRating !== null };
  return {
    train: await readRatedItems('--train', train, kind),
    valid: valid === undefined ? null : await readRatedItems('--valid', valid, kind),
    test: await readRatedItems('--test', test, kind),
  };
}

/** Tables that nothing can be learnt from or asked about were asked for wrongly. */
function inWords(error: unknown): never {
  if (error instanceof RangeError) throw new UsageError(error.message);
  throw error;
}
