import type { Axis, Cluster } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, fillRows, paletteBar, row, type Page } from '../page';

const ROW_ASPECT = 5.6;
/** Groups of more works than this get a second row. */
const SMALL_GROUP = 7;

const NOTES = {
  style: 'report_groups_note',
  subject: 'report_groups_note_subject',
  palette: 'report_groups_note_palette',
} as const satisfies Record<Axis, string>;

/** The clusters as rows of works, named by what sets them apart. */
export function groups(page: Page): Html {
  const { clusters, axis } = page.source.portfolio;
  if (clusters.length === 0) return NOTHING;
  const { words } = page;
  const names =
    clusters.length === 1 ? [words.say('report_single_group')] : words.groupNames(clusters);
  return chapter(
    'groups',
    words.say('report_groups_heading'),
    words.say(NOTES[axis]),
    clusters.map((cluster, i) => group(page, cluster, names[i] ?? '')),
  );
}

function group({ source, words, pictures }: Page, cluster: Cluster, name: string): Html {
  const share = words.percent(cluster.size / source.portfolio.works);
  const single = source.portfolio.clusters.length === 1;
  const works = words.works(cluster.size);
  return html` <article class="group">
    <h3>
      ${name}<small>${single ? works : words.say('report_group_share', { works, share })}</small>
    </h3>
    ${rows(pictures, cluster)} ${paletteBar(cluster.palette)}
  </article>`;
}

function rows(pictures: Page['pictures'], { works, size }: Cluster): Html[] {
  const shape = { aspect: ROW_ASPECT, most: size > SMALL_GROUP ? 2 : 1 };
  return fillRows(pictures, works, shape).map((ids) => row(pictures, ids, shape));
}
