import {
  EngineError,
  STYLE_FILE_VERSION,
  styleFileSchema,
  type ModelName,
  type StyleFile,
  type Taught,
} from '../../contract';
import type { Learner } from './learner';
import type { Learnt } from './my-styles';
import { standingOf } from './style-standing';

export interface Packing {
  name: string;
  teaches: Taught;
  model: ModelName;
  /** ISO 8601. */
  exportedAt: string;
}

/**
 * Packs what was learnt, so that it can be applied where the same model is in use.
 *
 * @throws EngineError 'style/too-few-labels' while nothing was learnt
 */
export function packStyle(learnt: Learnt, packing: Packing): StyleFile {
  const { learner } = learnt;
  if (!learner) throw new EngineError('style/too-few-labels', 'There is nothing learnt to export');
  const { axis, labels, carries, vectors, width, machines, sigmoid, exclusive, familiar } = learner;
  return {
    format: 'oeuvre-style',
    version: STYLE_FILE_VERSION,
    ...packing,
    axis,
    labels: [...labels],
    examples: {
      dim: vectors.dim,
      labels: learner.ids.map((_, i) => labels.flatMap((_name, l) => (carries[l]![i] ? [l] : []))),
      vectors: base64Of(vectors.data),
    },
    kernel: { kind: 'gaussian', width },
    machines: machines.map(({ coefficients, rho }) => ({ coefficients: [...coefficients], rho })),
    sigmoid,
    exclusive,
    familiar,
    accuracy: standingOf(learnt).accuracy,
  };
}

/**
 * Reads the text of a style file.
 *
 * @throws EngineError 'style/file-damaged', 'style/file-newer'
 */
export function parseStyle(text: string): StyleFile {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw damaged(`It is not JSON: ${(error as Error).message}`);
  }
  if (isNewer(given))
    throw new EngineError('style/file-newer', `Expected version ${STYLE_FILE_VERSION} at most`);
  const parsed = styleFileSchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw damaged(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  }
  unpackStyle(parsed.data);
  return parsed.data;
}

function isNewer(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const { format, version } = given as Record<string, unknown>;
  return format === 'oeuvre-style' && typeof version === 'number' && version > STYLE_FILE_VERSION;
}

/**
 * What a file holds, ready to judge works that the same model embedded.
 *
 * @throws EngineError 'style/file-damaged' when its vectors are none
 */
export function unpackStyle(file: StyleFile): Learner {
  const { dim, labels: carried, vectors } = file.examples;
  const data = floatsOf(vectors);
  if (data.length !== dim * carried.length)
    throw damaged(`Expected ${dim * carried.length} numbers but received ${data.length}`);
  checkLengths(data, dim);
  return {
    axis: file.axis,
    labels: file.labels,
    ids: carried.map(() => 0),
    carries: file.labels.map((_, l) => carried.map((places) => places.includes(l))),
    vectors: { dim, data },
    width: file.kernel.width,
    machines: file.machines.map(({ coefficients, rho }) => ({
      coefficients: Float64Array.from(coefficients),
      rho,
    })),
    heldOut: null,
    sigmoid: file.sigmoid,
    exclusive: file.exclusive,
    familiar: file.familiar,
  };
}

const LENGTH_TOLERANCE = 0.01;

function checkLengths(data: Float32Array, dim: number): void {
  for (let start = 0; start < data.length; start += dim) {
    const length = Math.hypot(...data.subarray(start, start + dim));
    // Written so that a NaN fails too.
    if (!(Math.abs(length - 1) < LENGTH_TOLERANCE))
      throw damaged(`Expected vectors of length 1 but received ${length}`);
  }
}

function damaged(reason: string): EngineError {
  return new EngineError('style/file-damaged', reason);
}

/** Little-endian on every machine this runs on; a file from elsewhere is told by its lengths. */
function base64Of({ buffer, byteOffset, byteLength }: Float32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function floatsOf(base64: string): Float32Array {
  const bytes = Buffer.from(base64, 'base64');
  const whole = bytes.byteLength - (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT);
  return new Float32Array(Uint8Array.from(bytes.subarray(0, whole)).buffer);
}
