import type { ProfileId, Signal } from '../../contract';
import type { Signals } from '../storage/repositories/signals';
import { pause } from '../storage/yielding';

/** Signals read between two turns of everything else: some milliseconds. */
const PAGE = 2000;

/** All that a profile said, in the order of time, page by page; between pages everything else has its turn. */
export async function* signalPages(
  signals: Signals,
  profileId: ProfileId,
): AsyncGenerator<readonly Signal[]> {
  let last: Signal | undefined;
  for (;;) {
    const page = signals.pageOf(profileId, last, PAGE);
    yield page;
    last = page.at(-1);
    if (page.length < PAGE) return;
    await pause();
  }
}
