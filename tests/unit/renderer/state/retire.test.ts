import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError, type Retirement, type RetireAnswer } from '../../../../src-main/contract';
import { boards } from '../../../../src-renderer/state/boards.svelte';
import { retire } from '../../../../src-renderer/state/retire.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const proposing = (...ids: number[]): RetireAnswer => ({
  proposals: ids.map((id) => ({ kind: 'apart', id, nearest: [] }) as unknown as Retirement),
  settled: 0,
});
const refuse = (): never => {
  throw new EngineError('catalogue/disk-full', 'The disk is full');
};
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const shown = (): number[] => retire.list.map(({ id }) => id);

let bridge: ScriptedBridge;
beforeEach(async () => {
  bridge = installBridge();
  bridge.answer({
    'retire.proposals': () => proposing(1, 2, 3),
    'retire.settle': () => undefined,
    'gallery.cards': () => [],
    'boards.list': () => [],
  });
  await boards.refresh();
  await retire.load();
});

describe('a work that stays', () => {
  it('does not come back by an answer that was asked for before', async () => {
    let answer = (): void => undefined;
    const early = new Promise<void>((resolve) => (answer = resolve));
    bridge.answer({ 'retire.proposals': () => early.then(() => proposing(1, 2, 3)) });
    const loading = retire.load();
    let settle = (): void => undefined;
    const late = new Promise<void>((resolve) => (settle = resolve));
    bridge.answer({ 'retire.settle': () => late });
    const kept = retire.keep(1);
    answer();
    await loading;
    expect(shown()).toEqual([2, 3]);

    bridge.answer({ 'retire.proposals': () => proposing(2, 3) });
    settle();
    await kept;
    expect(shown()).toEqual([2, 3]);
    // Told elsewhere that it may be proposed again, it is.
    bridge.answer({ 'retire.proposals': () => proposing(1, 2, 3) });
    await retire.load();
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('comes back when that could not be kept, though no new answer can be had', async () => {
    bridge.answer({ 'retire.settle': refuse, 'retire.proposals': refuse });
    await retire.keep(1);
    expect(shown()).toEqual([1, 2, 3]);
  });

  it('stays away while no new answer can be had', async () => {
    bridge.answer({ 'retire.proposals': refuse });
    await retire.keep(1);
    expect(shown()).toEqual([2, 3]);
    bridge.answer({ 'retire.proposals': () => proposing(2, 3) });
    await retire.load();
  });

  it('is not settled when the board did not take it', async () => {
    const board = { id: 'b', name: 'Later', works: [], createdAt: '2026-01-01T00:00:00Z' };
    bridge.answer({ 'boards.create': () => board, 'boards.setWorks': refuse });
    await retire.putOnBoardCalled(1, 'Later');
    expect(bridge.asked.map(({ name }) => name)).not.toContain('retire.settle');
    bridge.answer({ 'boards.setWorks': ({ works }) => ({ ...board, works }) });
    await retire.putOnBoardCalled(1, 'Later');
    await vi.waitFor(() => expect(bridge.asked.map(({ name }) => name)).toContain('retire.settle'));
    await rest();
  });

  it('goes onto the very board that was picked, though another has the same name', async () => {
    const board = { id: 'second', name: 'Later', works: [], createdAt: '2026-01-01T00:00:00Z' };
    bridge.answer({ 'boards.setWorks': ({ works }) => ({ ...board, works }) });
    await retire.putOnBoard(1, board);
    expect(bridge.asked).toContainEqual({
      name: 'boards.setWorks',
      input: { id: 'second', works: [1] },
    });
    await rest();
  });
});
