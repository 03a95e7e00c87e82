import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { axisWeights } from '../../../../src-renderer/state/axis-weights.svelte';

beforeEach(() => {
  vi.useFakeTimers();
  axisWeights.weigh({ style: 1, subject: 0.4, palette: 0.4 }, () => undefined);
});
afterEach(() => vi.useRealTimers());

describe('the weights of the axes', () => {
  it('keep one step of the last axis that is taken to 0', () => {
    const settled = vi.fn();
    for (const axis of ['style', 'palette', 'subject'] as const)
      axisWeights.weigh({ [axis]: 0 }, settled);
    expect(axisWeights.current).toEqual({ style: 0, subject: 0.05, palette: 0 });
    axisWeights.weigh({ subject: 0 }, settled);
    expect(axisWeights.current).toEqual({ style: 0, subject: 0.05, palette: 0 });
    axisWeights.weigh({ style: 0.3 }, settled);
    axisWeights.weigh({ subject: 0 }, settled);
    expect(axisWeights.current).toEqual({ style: 0.3, subject: 0, palette: 0 });
  });

  it('tell that they have settled once, when nothing moves any more', () => {
    const settled = vi.fn();
    for (const style of [0.9, 0.8, 0.7]) axisWeights.weigh({ style }, settled);
    expect(settled).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(settled).toHaveBeenCalledTimes(1);
  });
});
