import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ArtworkCard } from '../../../../src-main/contract';
import { cards } from '../../../../src-renderer/state/cards.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const card = (id: number, rating: number): ArtworkCard => ({ id, rating }) as ArtworkCard;
/** Answers that come when the test lets them, in the order of the questions. */
let answers: ((found: ArtworkCard[]) => void)[] = [];
let bridge: ScriptedBridge;

const asked = (times: number): Promise<void> =>
  vi.waitFor(() => expect(answers).toHaveLength(times));

beforeEach(() => {
  answers = [];
  bridge = installBridge();
  bridge.answer({
    'gallery.cards': () => new Promise<ArtworkCard[]>((resolve) => answers.push(resolve)),
  });
});

describe('a card', () => {
  it('that changed while its first answer was under way is asked for again', async () => {
    cards.need([1]);
    await asked(1);
    cards.refresh([1]);
    await asked(2);
    answers[1]!([card(1, 3)]);
    await vi.waitFor(() => expect(cards.get(1)?.rating).toBe(3));
  });

  it('keeps the newer of two answers, whichever comes last', async () => {
    cards.need([2]);
    await asked(1);
    cards.refresh([2]);
    await asked(2);
    answers[1]!([card(2, 3)]);
    await vi.waitFor(() => expect(cards.get(2)?.rating).toBe(3));
    answers[0]!([card(2, 0)]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(cards.get(2)?.rating).toBe(3);
  });

  it('shows what was just said of it, not an answer from before', async () => {
    cards.put(card(3, 0));
    cards.refresh([3]);
    await asked(1);
    cards.change([3], { rating: 5 });
    answers[0]!([card(3, 0)]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(cards.get(3)?.rating).toBe(5);
  });
});
