import type { EvaluateArguments } from './evaluate-arguments';
import { evaluateStyle } from './evaluate-style';
import { evaluateSuggestions } from './evaluate-suggestions';
import type { Streams } from './streams';
import type { Installation } from './with-engine';

/**
 * Measures a part of the engine on data whose answers are known.
 *
 * @param interrupted aborts when the user wants to stop; nothing is then left behind either
 * @throws UsageError, EngineError, Interrupted
 */
export async function evaluate(
  options: EvaluateArguments,
  installation: Installation,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<void> {
  if (options.what === 'style') await evaluateStyle(options, installation, streams, interrupted);
  else await evaluateSuggestions(options, installation.version, streams, interrupted);
}
