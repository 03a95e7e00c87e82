import { InferenceSession } from './onnx-runtime';

import { EngineError } from '../../contract/errors';

/**
 * Starts onnxruntime on the CPU.
 *
 * @param name of the model, for the message
 * @throws EngineError 'model/run-failed' when onnxruntime refuses it
 */
export async function openSession(
  bytes: Uint8Array,
  { name, threads }: { name: string; threads: number },
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(bytes, {
      executionProviders: ['cpu'],
      graphOptimizationLevel: 'all',
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      // Idle worker threads that spin would take the cores from the decoders running beside them.
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  } catch (error) {
    throw new EngineError('model/run-failed', `onnxruntime cannot load ${name}: ${String(error)}`);
  }
}

/** @throws EngineError 'model/run-failed' */
export async function runSession(
  session: InferenceSession,
  feeds: InferenceSession.FeedsType,
  outputs: readonly string[],
): Promise<InferenceSession.OnnxValueMapType> {
  try {
    return await session.run(feeds, outputs);
  } catch (error) {
    throw new EngineError(
      'model/run-failed',
      `onnxruntime could not run the model: ${String(error)}`,
    );
  }
}
