import { beforeEach, describe, expect, it } from 'vitest';
import { notices, type Notice } from '../../../../src-renderer/state/notices.svelte';
import { noticeWords } from '../../../../src-renderer/views/frame/notice-words';

const removed = (name: string, undo = (): void => undefined): void =>
  notices.say({ kind: 'board-removed', name, undo });
const said = (): string[] =>
  notices.list.map((notice) => ('name' in notice ? notice.name : notice.kind));

beforeEach(() => notices.list.forEach(({ id }) => notices.close(id)));

describe('notices', () => {
  it('leave what can be undone beside another of its kind, each with its own undo', () => {
    const back: string[] = [];
    removed('Spring', () => back.push('Spring'));
    removed('Autumn', () => back.push('Autumn'));
    expect(said()).toEqual(['Spring', 'Autumn']);
    for (const notice of notices.list) if ('undo' in notice) notice.undo();
    expect(back).toEqual(['Spring', 'Autumn']);
  });

  it('say once what is only said, and each error once', () => {
    notices.say({ kind: 'indexed', count: 3 });
    notices.say({ kind: 'indexed', count: 5 });
    notices.say({ kind: 'error', code: 'catalogue/disk-full' });
    notices.say({ kind: 'error', code: 'catalogue/disk-full' });
    notices.say({ kind: 'error', code: 'engine/unavailable' });
    expect(notices.list).toMatchObject([
      { kind: 'indexed', count: 5 },
      { code: 'catalogue/disk-full' },
      { code: 'engine/unavailable' },
    ]);
  });

  it('say on which line of a file something is wrong, where that is known', () => {
    const detail = { path: '/tables/jury.csv', line: 12 };
    notices.refused({ code: 'ratings/table-invalid', detail });
    const [notice] = notices.list;
    expect(notice).toMatchObject({ subject: '/tables/jury.csv', line: 12 });
    expect(noticeWords(notice as Notice).detail).toContain('/tables/jury.csv, line 12');
  });

  it('are never more than five; what can be undone stays longest', () => {
    removed('one');
    notices.say({ kind: 'indexed', count: 3 });
    for (const name of ['two', 'three', 'four']) removed(name);
    expect(said()).toEqual(['one', 'indexed', 'two', 'three', 'four']);
    removed('five');
    expect(said()).toEqual(['one', 'two', 'three', 'four', 'five']);
    removed('six');
    expect(said()).toEqual(['two', 'three', 'four', 'five', 'six']);
  });
});
