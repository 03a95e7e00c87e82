import { errorWords, formatCount, m } from '../../i18n';
import type { Notice, NoticeContent } from '../../state/notices.svelte';

export interface NoticeWords {
  text: string;
  /** A second sentence, e.g. the next step. */
  detail?: string;
  undo?: () => void;
}

type Of<K extends NoticeContent['kind']> = Extract<NoticeContent, { kind: K }>;

const WORDS: { [K in NoticeContent['kind']]: (notice: Of<K>) => NoticeWords } = {
  error: ({ code, subject, line }) => {
    const { cause, next } = errorWords(code);
    if (!subject) return { text: cause, detail: next };
    const where =
      line === undefined ? subject : m.app_at_line({ file: subject, line: formatCount(line) });
    return { text: cause, detail: `${where}\n${next}` };
  },
  copied: ({ text }) => ({ text: m.app_copied({ text }) }),
  saved: ({ path }) => ({ text: m.app_saved({ path }) }),
  indexed: ({ count }) => ({
    text:
      count === 1 ? m.app_job_finished_one() : m.app_job_finished({ count: formatCount(count) }),
  }),
  'model-added': ({ name }) => ({ text: m.models_added({ name }) }),
  'model-changed': ({ name }) => ({ text: m.models_changed({ name }) }),
  'model-fell': ({ name, instead }) => ({
    text: instead === null ? m.models_fell_none({ name }) : m.models_fell({ name, instead }),
  }),
  'added-to-board': ({ count, board }) => ({
    text: m.app_added_to_board({ count: formatCount(count), board }),
  }),
  'board-removed': ({ name, undo }) => ({ text: m.app_board_removed({ name }), undo }),
  'brief-removed': ({ name, undo }) => ({ text: m.briefs_removed({ name }), undo }),
  'work-settled': ({ title, undo }) => ({ text: m.artist_settled({ title }), undo }),
  'order-kept': ({ name }) => ({ text: m.artist_order_kept({ name }) }),
  'files-copied': ({ copied, missing, folder }) => {
    const text = m.briefs_copied({ count: formatCount(copied), folder });
    const detail = m.briefs_copied_missing({ count: formatCount(missing) });
    return missing > 0 ? { text, detail } : { text };
  },
  'style-imported': ({ name, undo }) => ({ text: m.styles_imported({ name }), undo }),
  'style-removed': ({ name, undo }) => ({ text: m.styles_removed({ name }), undo }),
  'profile-removed': ({ name, undo }) => ({ text: m.profiles_removed({ name }), undo }),
  'profile-imported': ({ name, unmatched, undo }) => {
    const text = m.profiles_imported({ name });
    const detail =
      unmatched === 1
        ? m.profiles_unmatched_one()
        : m.profiles_unmatched({ count: formatCount(unmatched) });
    return unmatched > 0 ? { text, detail, undo } : { text, undo };
  },
  'ratings-imported': ({ count, undo }) => ({
    text:
      count === 1
        ? m.profiles_ratings_done_one()
        : m.profiles_ratings_done({ count: formatCount(count) }),
    undo,
  }),
  labelled: ({ count, label, undo }) => ({
    text: m.app_labelled({ count: formatCount(count), label }),
    undo,
  }),
};

/** Words a notice in the user's language. */
export function noticeWords<K extends NoticeContent['kind']>(
  notice: Of<K> & Pick<Notice, 'id'>,
): NoticeWords {
  return WORDS[notice.kind as K](notice);
}
