import { beforeEach, describe, expect, it, vi } from 'vitest';
import { briefSchema, type BriefAnswer } from '../../../../src-main/contract';
import { attention } from '../../../../src-renderer/state/attention.svelte';
import { openBrief } from '../../../../src-renderer/state/brief.svelte';
import { briefs } from '../../../../src-renderer/state/briefs.svelte';
import { notices } from '../../../../src-renderer/state/notices.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const SETS: Record<string, number[]> = { spring: [1, 2], autumn: [3, 4] };
const answerOf = (id: string): BriefAnswer =>
  ({
    ranked: [],
    set: SETS[id]!.map((work) => ({ id: work, parts: {} })),
  }) as unknown as BriefAnswer;

let bridge: ScriptedBridge;
beforeEach(async () => {
  bridge = installBridge();
  bridge.answer({
    'briefs.list': () =>
      Object.keys(SETS).map((id) =>
        briefSchema.parse({ id, name: id, createdAt: '2026-01-01T00:00:00Z' }),
      ),
    'briefs.match': ({ id }) => answerOf(id),
    'gallery.cards': () => [],
  });
  await briefs.refresh();
});

describe('an export of a brief', () => {
  it('notes the works that went out, whichever brief is open when it ends', async () => {
    const noted = vi.spyOn(attention, 'note').mockImplementation(() => undefined);
    let made = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (made = resolve));
    bridge.answer({
      'briefs.csv': () => waiting.then(() => ({ csv: 'a' })),
      'shell.saveFile': ({ suggestedName }) => ({ path: `/exports/${suggestedName}` }),
    });
    const leave = openBrief.open('spring');
    await vi.waitFor(() => expect(openBrief.setIds).toEqual([1, 2]));
    const saved = openBrief.saveCsv();
    leave();
    openBrief.open('autumn');
    await vi.waitFor(() => expect(openBrief.setIds).toEqual([3, 4]));
    made();
    await saved;
    expect(notices.list).toMatchObject([{ kind: 'saved', path: '/exports/spring.csv' }]);
    expect(noted.mock.calls.map(([signal]) => signal)).toEqual([
      { kind: 'exported', id: 1 },
      { kind: 'exported', id: 2 },
    ]);
  });
});
