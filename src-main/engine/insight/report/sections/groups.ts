import type { Cluster } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, paletteBar, row, type Page } from '../page';

/** Width over height of a full row; a large group gets a second one. */
const ROW_ASPECT = 5.4;
const LARGE = 16;

/** The clusters as rows of works, named by what sets them apart. */
export function groups(page: Page): Html {
  const { clusters } = page.source.portfolio;
  if (clusters.length === 0) return NOTHING;
  const { words } = page;
  return chapter(
    'groups',
    words.say('report_groups_heading'),
    words.say('report_groups_note'),
    clusters.map((cluster) => group(page, cluster, clusters.length === 1)),
  );
}

function group({ source, words, pictures }: Page, cluster: Cluster, single: boolean): Html {
  const share = words.percent(cluster.size / source.portfolio.works);
  const name = single ? words.say('report_single_group') : words.groupName(cluster.traits);
  const works = words.works(cluster.size);
  return html` <article class="group">
    <h3>
      ${name}<small>${single ? works : words.say('report_group_share', { works, share })}</small>
    </h3>
    ${rows(pictures, cluster)} ${paletteBar(cluster.palette)}
  </article>`;
}

function rows(pictures: Page['pictures'], { works, size }: Cluster): Html[] {
  const first = fill(pictures, works);
  const second = size >= LARGE ? fill(pictures, works.slice(first)) : 0;
  const drawn = [row(pictures, works.slice(0, first), ROW_ASPECT)];
  if (second > 0) drawn.push(row(pictures, works.slice(first, first + second), ROW_ASPECT));
  return drawn;
}

/** How many works fill one row. */
function fill(pictures: Page['pictures'], works: readonly number[]): number {
  let total = 0;
  let count = 0;
  for (const id of works) {
    const work = pictures.work(id);
    total += work ? work.width / work.height : 0;
    if (count > 0 && total > ROW_ASPECT) break;
    count += 1;
  }
  return count;
}
