import { beforeEach, describe, expect, it } from 'vitest';
import type { Board, Sequence } from '../../../../src-main/contract';
import { sequence } from '../../../../src-renderer/state/sequence.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const WORKS = [1, 2, 3, 4];
const BOARD: Board = { id: 'b', name: 'Spring', works: WORKS, createdAt: '2026-01-01T00:00:00Z' };
const inOrder = (works: readonly number[]): Sequence => ({
  works: [...works],
  likeness: works.slice(1).map(() => 0.5),
  mean: 0.5,
});

let bridge: ScriptedBridge;
/** Lets the answer to `flow()` come. */
let flowed: () => void;
beforeEach(async () => {
  bridge = installBridge();
  const late = new Promise<void>((resolve) => (flowed = resolve));
  bridge.answer({
    'boards.list': () => [BOARD],
    'gallery.cards': () => [],
    'sequence.order': async ({ works, order }) => {
      if (order === false) return inOrder(works);
      await late;
      return inOrder(works.toReversed());
    },
  });
  await sequence.open({ board: 'b' });
});

describe('an order that flows', () => {
  it('is taken when it comes', async () => {
    const flow = sequence.flow();
    flowed();
    await flow;
    expect(sequence.works).toEqual([4, 3, 2, 1]);
    expect(sequence.likenessAfter(0)).toBe(0.5);
  });

  it('does not undo what was dragged while it was sought', async () => {
    const flow = sequence.flow();
    let measured = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (measured = resolve));
    bridge.answer({ 'sequence.order': ({ works }) => waiting.then(() => inOrder(works)) });
    const moved = sequence.move(0, 1);
    flowed();
    await flow;
    expect(sequence.works).toEqual([2, 1, 3, 4]);
    measured();
    await moved;
    expect(sequence.works).toEqual([2, 1, 3, 4]);
    expect(sequence.likenessAfter(0)).toBe(0.5);
  });

  it('does not move a work that was pinned while it was sought', async () => {
    const flow = sequence.flow();
    await sequence.pin(1, 'first');
    flowed();
    await flow;
    expect(sequence.works).toEqual(WORKS);
    expect(sequence.first).toBe(1);
  });
});
