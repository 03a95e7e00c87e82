import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError, type LearntStyles, type Proposal } from '../../../../src-main/contract';
import { review } from '../../../../src-renderer/state/review.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const WORKS = [1, 2, 3, 4];
const proposal = (id: number): Proposal => ({
  id,
  label: 'ink',
  p: 0.8,
  isSure: true,
  next: null,
  nearest: [],
});

let bridge: ScriptedBridge;
let stop: () => void;
beforeEach(async () => {
  bridge = installBridge();
  bridge.answer({
    'review.proposals': ({ except = [] }) => {
      const left = WORKS.filter((id) => !except.includes(id));
      return { trained: true, proposals: left.map(proposal), waiting: left.length };
    },
    'review.accept': () => ({ kept: true }),
    'style.label': () => ({ labels: [] }) as unknown as LearntStyles,
    'gallery.cards': () => [],
  });
  while (review.done > 0) await review.undo();
  stop = review.open();
  await vi.waitFor(() => expect(review.current?.id).toBe(1));
});
afterEach(() => stop());

const takenBack = (): unknown[] =>
  bridge.asked
    .filter(({ name }) => name === 'style.label')
    .map(({ input }) => (input as { ids: number[] }).ids);

describe('the undo of a decision', () => {
  it('pressed twice takes two back, each of its own work', async () => {
    await review.accept();
    await review.accept();
    await review.accept();
    expect(review.current?.id).toBe(4);
    await Promise.all([review.undo(), review.undo()]);
    expect(takenBack()).toEqual([[3], [2]]);
    expect(review.done).toBe(1);
    expect(review.total).toBe(4);
    expect(review.current?.id).toBe(2);
  });

  it('that was refused leaves the decision as it was', async () => {
    await review.accept();
    bridge.answer({
      'style.label': () => {
        throw new EngineError('catalogue/disk-full', 'The disk is full');
      },
    });
    await review.undo();
    expect(review.done).toBe(1);
    expect(review.current?.id).toBe(2);
    bridge.answer({ 'style.label': () => ({ labels: [] }) as unknown as LearntStyles });
  });
});
