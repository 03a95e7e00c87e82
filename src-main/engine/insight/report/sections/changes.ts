import { TRAIT_IDS, type Period, type TraitId } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, type Page } from '../page';
import { smoothCurve } from '../smooth-path';

const SHOWN = 6;
const WIDTH = 300;
const HEIGHT = 84;
const PAD = 6;

/** What counts as the full range of a trait, so that a small drift looks small. */
const RANGES: Record<TraitId, number> = {
  lightness: 0.8,
  contrast: 0.8,
  saturation: 0.2,
  colourfulness: 90,
  temperature: 1.2,
  hueSpread: 0.8,
  harmony: 0.6,
  balance: 0.3,
  symmetry: 0.6,
  thirds: 0.5,
  focus: 0.6,
  edgeDensity: 0.4,
  orientation: 0.6,
  detailScale: 0.6,
};
const LEAST_PERIODS = 3;

/** Small multiples: the traits that moved most over the periods, each as one thin line. */
export function changes({ source: { portfolio }, words }: Page): Html {
  const { periods } = portfolio;
  if (periods.length < LEAST_PERIODS) return NOTHING;
  const moved = TRAIT_IDS.map((id) => ({ id, by: movement(periods, id) }))
    .sort((one, other) => other.by - one.by)
    .slice(0, SHOWN);
  const charts = moved.map(
    ({ id }) =>
      html` <figure class="trait">
        <figcaption>${words.traitName(id)}</figcaption>
        ${line(periods, id)}
        <p><span>${periods[0]?.label ?? ''}</span><span>${periods.at(-1)?.label ?? ''}</span></p>
      </figure>`,
  );
  return chapter(
    'changes',
    words.say('report_traits_heading'),
    words.say('report_traits_note'),
    charts,
  );
}

function valuesOf(periods: readonly Period[], id: TraitId): number[] {
  return periods.map(({ traits }) => traits[id]);
}

/** From the lowest to the highest period, in parts of the trait's full range. */
function movement(periods: readonly Period[], id: TraitId): number {
  const values = valuesOf(periods, id);
  return (Math.max(...values) - Math.min(...values)) / RANGES[id];
}

function line(periods: readonly Period[], id: TraitId): Html {
  const values = valuesOf(periods, id);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = Math.max(most - least, RANGES[id] / 3);
  const middle = (least + most) / 2;
  const times = periods.map(({ start }) => Date.parse(start));
  const [first = 0, last = 1] = [times[0], times.at(-1)];
  const points = values.map((value, i) => ({
    x: PAD + (((times[i] ?? 0) - first) / (last - first || 1)) * (WIDTH - 2 * PAD),
    y: PAD + (0.5 - (value - middle) / range) * (HEIGHT - 2 * PAD),
  }));
  const start = points[0];
  if (!start) return NOTHING;
  const dots = points.map(
    ({ x, y }) => html`<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="2" />`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path d="M${start.x.toFixed(1)},${start.y.toFixed(1)}${smoothCurve(points)}" />
    ${dots}
  </svg>`;
}
