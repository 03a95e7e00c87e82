import path from 'node:path';
import { Tensor, type InferenceSession } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import type { ModelText } from '../../contract/manifest';
import { parseJson, readVerified } from './load-model-folder';
import { openSession, runSession } from './open-session';
import { rowsOf, unitLength } from './postprocess';
import { openTokenizer, type Tokens } from './tokenizer';

/** The part of a model that reads descriptions. */
export interface TextEncoder {
  /**
   * The unit vector of a description, in the space of the image output that the manifest names.
   *
   * @throws EngineError 'model/run-failed'
   */
  embed(text: string): Promise<Float32Array>;
  close(): Promise<void>;
}

/** Says nothing special: it only has to be words. */
const TRIAL = 'a picture';

const THREADS = 2;

/**
 * Starts the text part of a model folder, after its files were verified again, and tries it on two words.
 *
 * @throws EngineError 'model/not-found', 'model/hash-mismatch', 'model/manifest-invalid' or 'model/run-failed'
 */
export async function openTextEncoder(folder: string, text: ModelText): Promise<TextEncoder> {
  const file = path.join(folder, text.tokenizer.file);
  const json = await readVerified(file, text.tokenizer);
  const tokenize = openTokenizer(parseJson(json.toString('utf8'), file), text);
  const bytes = await readVerified(path.join(folder, text.file), text);
  const session = await openSession(bytes, { name: text.file, threads: THREADS });
  const embed = (words: string): Promise<Float32Array> => embedWith(session, text, tokenize(words));
  try {
    checkNames(session, text);
    await embed(TRIAL);
  } catch (error) {
    await session.release();
    throw error;
  }
  return { embed, close: () => session.release() };
}

function checkNames(
  { inputNames, outputNames }: InferenceSession,
  { file, input, output }: ModelText,
): void {
  const declared = [input.ids, ...(input.mask === undefined ? [] : [input.mask])].sort();
  const isSame = declared.join('\n') === [...inputNames].sort().join('\n');
  if (isSame && outputNames.includes(output)) return;
  throw new EngineError(
    'model/manifest-invalid',
    `The graph of ${file} has other inputs or outputs than its manifest`,
    { inputs: inputNames.join(', '), outputs: outputNames.join(', ') },
  );
}

async function embedWith(
  session: InferenceSession,
  { input, output, dim }: ModelText,
  { ids, used }: Tokens,
): Promise<Float32Array> {
  const feeds = { [input.ids]: integers(session, input.ids, ids) };
  if (input.mask !== undefined) {
    const mask = ids.map((_, at) => (at < used ? 1 : 0));
    feeds[input.mask] = integers(session, input.mask, mask);
  }
  const tensors = await runSession(session, feeds, [output]);
  const [row] = rowsOf(tensors[output], { name: output, dim }, 1);
  return unitLength(row ?? new Float32Array(), output);
}

/** A row of integers in the type that the graph asks for. */
function integers(session: InferenceSession, name: string, values: readonly number[]): Tensor {
  const declared = session.inputMetadata.find((it) => it.name === name);
  const shape = [1, values.length];
  return declared?.isTensor && declared.type === 'int32'
    ? new Tensor('int32', Int32Array.from(values), shape)
    : new Tensor('int64', BigInt64Array.from(values, BigInt), shape);
}
