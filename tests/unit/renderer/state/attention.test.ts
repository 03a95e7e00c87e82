import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NotedSignal } from '../../../../src-main/contract';
import { attention } from '../../../../src-renderer/state/attention.svelte';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let bridge: ScriptedBridge;
let hasFocus: boolean;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  bridge = installBridge();
  bridge.answer({ 'signals.record': () => undefined, 'signals.private': () => undefined });
  hasFocus = true;
  vi.stubGlobal('document', { hasFocus: () => hasFocus });
  stop = attention.start();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const told = (): NotedSignal[] =>
  bridge.asked
    .filter(({ name }) => name === 'signals.record')
    .flatMap(({ input }) => (input as { signals: NotedSignal[] }).signals);
const pass = (ms: number): unknown => vi.advanceTimersByTimeAsync(ms);
const focus = (on: boolean): void => {
  hasFocus = on;
  window.dispatchEvent(new Event(on ? 'focus' : 'blur'));
};

describe('attention', () => {
  it('tells what was opened and how long it was looked at', async () => {
    const leave = attention.look(7);
    await pass(4 * SECOND);
    leave();
    await pass(5 * SECOND);
    expect(told()).toEqual([
      { kind: 'opened', id: 7 },
      { kind: 'dwell', id: 7, value: 4 * SECOND },
    ]);
  });

  it('passes over what was only passed by', async () => {
    attention.look(7)();
    await pass(5 * SECOND);
    expect(told()).toEqual([{ kind: 'opened', id: 7 }]);
  });

  it('counts time only while the window has the focus', async () => {
    const leave = attention.look(7);
    await pass(2 * SECOND);
    focus(false);
    await pass(30 * SECOND);
    focus(true);
    await pass(3 * SECOND);
    leave();
    await attention.settle();
    expect(told().at(-1)).toEqual({ kind: 'dwell', id: 7, value: 5 * SECOND });
  });

  it('counts nothing while the window never had the focus', async () => {
    focus(false);
    const leave = attention.look(7);
    await pass(30 * SECOND);
    leave();
    await attention.settle();
    expect(told()).toEqual([{ kind: 'opened', id: 7 }]);
  });

  it('takes somebody who has not stirred for a minute to have gone', async () => {
    const leave = attention.look(7);
    await pass(10 * MINUTE);
    window.dispatchEvent(new Event('pointermove'));
    await pass(2 * SECOND);
    leave();
    await attention.settle();
    expect(told().at(-1)).toEqual({ kind: 'dwell', id: 7, value: MINUTE + 2 * SECOND });
  });

  it('tells what was done before a private session begins, so that it is noted', async () => {
    const leave = attention.look(7);
    await pass(3 * SECOND);
    await profiles.setPrivate(true);
    const names = bridge.asked.map(({ name }) => name);
    expect(names.indexOf('signals.private')).toBeGreaterThan(names.lastIndexOf('signals.record'));
    expect(told().at(-1)).toEqual({ kind: 'dwell', id: 7, value: 3 * SECOND });
    leave();
  });

  it('tells what was done in a private session before it ends, so that it is passed over', async () => {
    await profiles.setPrivate(true);
    const leave = attention.look(7);
    await pass(3 * SECOND);
    await profiles.setPrivate(false);
    const before = told().length;
    await pass(2 * SECOND);
    leave();
    await attention.settle();
    expect(told().slice(before)).toEqual([{ kind: 'dwell', id: 7, value: 2 * SECOND }]);
  });
});
