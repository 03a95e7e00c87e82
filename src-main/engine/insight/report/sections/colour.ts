import type { Period, Portfolio } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, paletteBar, type Page } from '../page';
import { riverOf, type RiverBand } from '../river';
import { smoothArea } from '../smooth-path';

const WIDTH = 1000;
const HEIGHT = 260;
/** Room on both sides for the labels of the first and the last period. */
const MARGIN = 30;
const LABEL_WIDTH = 46;

/** The palette over the years as a river; for a single period as one bar. */
export function colour({ source: { portfolio }, words }: Page): Html {
  if (portfolio.palette.length === 0) return NOTHING;
  const heading = words.say('report_colour_heading');
  const { periods } = portfolio;
  const [first, last] = [periods[0], periods.at(-1)];
  if (periods.length < 2 || !first || !last)
    return chapter(
      'colour',
      heading,
      words.say('report_colour_whole'),
      paletteBar(portfolio.palette),
    );
  const label = words.say('report_river_label', { from: first.label, to: last.label });
  return chapter('colour', heading, words.say('report_colour_note'), river(portfolio, label));
}

function river({ periods, turningPoints }: Portfolio, label: string): Html {
  const { positions, bands } = riverOf(periods);
  const x = (position: number) => MARGIN + position * (WIDTH - 2 * MARGIN);
  const turns = turningPoints.map(({ at }) => {
    const place = x(positions[periods.findIndex(({ start }) => start === at)] ?? 0);
    return html`<line
      class="turn"
      x1="${place.toFixed(1)}"
      x2="${place.toFixed(1)}"
      y1="0"
      y2="${HEIGHT}"
    />`;
  });
  return html` <svg
    class="river"
    viewBox="0 0 ${WIDTH} ${HEIGHT + 44}"
    role="img"
    aria-label="${label}"
  >
    ${bands.map((band, i) => drawBand(band, i, positions, x))} ${turns}
    ${labels(periods, positions.map(x))}
  </svg>`;
}

function drawBand(
  band: RiverBand,
  index: number,
  positions: number[],
  x: (p: number) => number,
): Html {
  const place = ({ x: px, y }: { x: number; y: number }) => ({ x: x(px), y: y * HEIGHT });
  const stops = band.stops.map(
    (hex, i) =>
      html`<stop offset="${((positions[i] ?? 0) * 100).toFixed(2)}%" stop-color="${hex}" />`,
  );
  return html` <linearGradient
      id="band${index}"
      gradientUnits="userSpaceOnUse"
      x1="${x(0)}"
      x2="${x(1)}"
      y1="0"
      y2="0"
      >${stops}</linearGradient
    >
    <path
      d="${smoothArea(band.upper.map(place), band.lower.map(place))}"
      fill="url(#band${index})"
      stroke="url(#band${index})"
      stroke-width="0.6"
    />`;
}

/** As many labels as find room, from the last one back: the present matters most. */
function labels(periods: readonly Period[], places: readonly number[]): Html[] {
  const drawn: Html[] = [];
  let free = Infinity;
  for (let i = periods.length - 1; i >= 0; i--) {
    const [period, place] = [periods[i], places[i]];
    if (!period || place === undefined || place > free) continue;
    free = place - LABEL_WIDTH;
    drawn.push(
      html`<text x="${place.toFixed(1)}" y="${HEIGHT + 22}">${period.label}</text
        ><text class="count" x="${place.toFixed(1)}" y="${HEIGHT + 38}">${period.count}</text>`,
    );
  }
  return drawn;
}
