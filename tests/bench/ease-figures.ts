import { seededRandom } from '../../src-main/engine/kernel/random';
import { fitEase } from '../../src-main/engine/recommend/collaborative/ease';
import { interactionsOf } from '../../src-main/engine/recommend/collaborative/interactions';
import { figure, median, note, timed } from './figures';

const ITEMS = 1700;
/** More users than items, so that the items' side is inverted. */
const USERS = 2000;
const CHOICES = 55;
const RUNS = 3;

/** How long EASE takes to fit, with popular and rare items. */
export async function easeFigures(): Promise<void> {
  note(`ease: ${USERS} users with ${CHOICES} choices each among ${ITEMS} items`);
  const random = seededRandom(1);
  const pairs = Array.from({ length: USERS * CHOICES }, (_, i) => ({
    user: Math.floor(i / CHOICES),
    item: Math.floor(ITEMS * random() ** 2),
  }));
  const matrix = interactionsOf(pairs, USERS, ITEMS);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++)
    times.push(await timed(() => fitEase(matrix, { lambda: 200, dropout: 0, evenness: 0 })));
  figure('recommend.ease_fit_s', median(times) / 1000, 's');
}
