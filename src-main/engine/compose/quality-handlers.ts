import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { qualityMeter } from './quality-meter';

/** How good the active model is on the works that the user labelled: measured once for the same labels and works. */
export function qualityHandlers(context: EngineContext): HandlersOf<'quality'> {
  const meter = qualityMeter(context);
  return {
    'quality.measure': () => meter.measure(),
    'quality.stop': () => meter.stop(),
    'quality.confused': async ({ truth, answer }) =>
      (await meter.confused())
        .filter((one) => one.truth === truth && one.answer === answer)
        .map(({ id }) => id),
  };
}
