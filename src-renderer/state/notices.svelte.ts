import type { ErrorCode, ErrorReport } from '../../src-main/contract';
import { asBridgeError } from '../bridge';

/** What happened, as data; the interface words it, so that a change of language rewords it too. */
export type NoticeContent =
  /** `line` is one of the file `subject`; 1 is the first. */
  | { kind: 'error'; code: ErrorCode; subject?: string | undefined; line?: number | undefined }
  | { kind: 'copied'; text: string }
  | { kind: 'saved'; path: string }
  | { kind: 'indexed'; count: number }
  | { kind: 'model-added' | 'model-changed'; name: string }
  | { kind: 'model-fell'; name: string; instead: string | null }
  | { kind: 'added-to-board'; count: number; board: string }
  | { kind: 'board-removed'; name: string; undo: () => void }
  | { kind: 'brief-removed'; name: string; undo: () => void }
  | { kind: 'work-settled'; title: string; undo: () => void }
  | { kind: 'order-kept'; name: string }
  | { kind: 'files-copied'; copied: number; missing: number; folder: string }
  | { kind: 'style-imported'; name: string; undo: () => void }
  | { kind: 'style-removed'; name: string; undo: () => void }
  | { kind: 'profile-removed'; name: string; undo: () => void }
  | { kind: 'profile-imported'; name: string; unmatched: number; undo: () => void }
  | { kind: 'ratings-imported'; count: number; undo: () => void }
  | { kind: 'labelled'; count: number; label: string; undo: () => void };

export type Notice = NoticeContent & { id: number };

const SHOWN_FOR_MS = 6000;
const MOST_SHOWN = 5;

/**
 * Short messages at the lower edge. Errors stay until they are closed. One that offers an undo stands beside others of its
 * kind; one that only says something takes the place of the last of its kind.
 */
class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #nextId = 1;

  get list(): readonly Notice[] {
    return this.#list;
  }

  say(content: NoticeContent): void {
    const notice: Notice = { ...content, id: this.#nextId++ };
    this.#list = fewEnough([...this.#list.filter((shown) => !saysAgain(notice, shown)), notice]);
    if (notice.kind !== 'error') setTimeout(() => this.close(notice.id), SHOWN_FOR_MS);
  }

  /** Says a failure, and of what and where in it, as far as the error names them. */
  refused({ code, detail }: Pick<ErrorReport, 'code' | 'detail'>): void {
    const subject = typeof detail?.['path'] === 'string' ? detail['path'] : undefined;
    const line = typeof detail?.['line'] === 'number' ? detail['line'] : undefined;
    this.say({ kind: 'error', code, subject, line });
  }

  close(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  /** Does something that may fail; a failure is said, not thrown. @returns undefined when it failed */
  async attempt<T>(act: () => Promise<T>): Promise<T | undefined> {
    try {
      return await act();
    } catch (thrown) {
      this.refused(asBridgeError(thrown));
      return undefined;
    }
  }
}

function saysAgain(notice: NoticeContent, shown: NoticeContent): boolean {
  if (notice.kind === 'error' && shown.kind === 'error') return notice.code === shown.code;
  return notice.kind === shown.kind && !('undo' in shown);
}

/** Where there are too many, what can be undone stays longest. */
function fewEnough(list: readonly Notice[]): readonly Notice[] {
  if (list.length <= MOST_SHOWN) return list;
  const first = list.find((notice) => !('undo' in notice)) ?? list[0];
  return list.filter((notice) => notice !== first);
}

export const notices = new Notices();
