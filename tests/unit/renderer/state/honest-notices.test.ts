import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError, type JobProgress, type LearntStyles } from '../../../../src-main/contract';
import { boards } from '../../../../src-renderer/state/boards.svelte';
import { library } from '../../../../src-renderer/state/library.svelte';
import { notices } from '../../../../src-renderer/state/notices.svelte';
import { styles } from '../../../../src-renderer/state/styles.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const BOARD = { id: 'b', name: 'Spring', works: [1], createdAt: '2026-01-01T00:00:00Z' };
const LEARNT: LearntStyles = {
  axis: 'style',
  labels: [{ label: 'ink', examples: [1, 2] }],
  learntFrom: { labels: 0, works: 0 },
  trained: false,
  accuracy: null,
  baseline: null,
  folds: 0,
  confusion: [],
  needs: 'second-label',
  trainingMs: 0,
};
const refuse = (): never => {
  throw new EngineError('catalogue/disk-full', 'The disk is full');
};
const said = (): string[] => notices.list.map(({ kind }) => kind);

let bridge: ScriptedBridge;
beforeEach(() => {
  for (const { id } of notices.list) notices.close(id);
  bridge = installBridge();
  bridge.answer({
    'boards.list': () => [BOARD],
    'folders.list': () => [],
    'files.failed': () => [],
    'jobs.list': () => [],
    'gallery.cards': () => [],
  });
});

describe('a notice', () => {
  it('says that works were added to a board, but not when they were not', async () => {
    await boards.refresh();
    bridge.answer({ 'boards.setWorks': ({ works }) => ({ ...BOARD, works }) });
    await boards.add('b', [2]);
    expect(said()).toEqual(['added-to-board']);
    notices.list.forEach(({ id }) => notices.close(id));
    bridge.answer({ 'boards.setWorks': refuse });
    await boards.add('b', [3]);
    expect(said()).toEqual(['error']);
  });

  it('says that works were labelled, but not when they were not', async () => {
    bridge.answer({ 'style.label': () => LEARNT });
    await styles.labelMany([3], 'ink');
    expect(said()).toEqual(['labelled']);
    notices.list.forEach(({ id }) => notices.close(id));
    bridge.answer({ 'style.label': refuse });
    await styles.labelMany([3], 'ink');
    expect(said()).toEqual(['error']);
  });

  it('takes back only what was labelled, not what had the label before', async () => {
    bridge.answer({ 'style.label': () => LEARNT });
    styles.learnt.set(LEARNT);
    await styles.labelMany([2, 3, 4], 'ink');
    const [notice] = notices.list;
    expect(notice).toMatchObject({ kind: 'labelled', count: 3 });
    if (notice?.kind === 'labelled') notice.undo();
    await vi.waitFor(() =>
      expect(bridge.asked.filter(({ name }) => name === 'style.label').at(-1)?.input).toEqual({
        ids: [3, 4],
        label: 'ink',
        on: false,
      }),
    );
  });

  it('says why a folder could not be read to the end', async () => {
    library.start();
    const job: JobProgress = {
      id: 'j',
      kind: 'index',
      subject: '/works',
      state: 'failed',
      done: 8,
      total: 150,
      failed: 0,
      rate: 0,
      secondsLeft: null,
      current: '',
      error: { code: 'catalogue/disk-full', message: 'The disk is full' },
    };
    bridge.tell('job.progress', job);
    await vi.waitFor(() =>
      expect(notices.list).toMatchObject([
        { kind: 'error', code: 'catalogue/disk-full', subject: '/works' },
      ]),
    );
  });
});
