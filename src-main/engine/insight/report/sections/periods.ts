import type { Period } from '../../../../contract';
import { html, NOTHING, type Html } from '../html';
import { chapter, paletteBar, row, type Page } from '../page';

/** Width over height of a full row of a period's works. */
const ROW_ASPECT = 7.2;
const MOST_PERIODS = 40;

/** The years one below the other, with turning points as rules between them. */
export function periods(page: Page): Html {
  const { portfolio } = page.source;
  if (portfolio.periods.length < 2) return NOTHING;
  const { words } = page;
  const shown = portfolio.periods.slice(-MOST_PERIODS);
  return chapter(
    'periods',
    words.say('report_periods_heading'),
    words.say('report_periods_note'),
    shown.map((period) => html`${turn(page, period)}${block(page, period)}`),
  );
}

function block({ words, pictures }: Page, { label, count, palette, works }: Period): Html {
  return html` <article class="period">
    <h3>${label}<small>${words.works(count)}</small></h3>
    <div>${row(pictures, works, { aspect: ROW_ASPECT })}${paletteBar(palette)}</div>
  </article>`;
}

function turn({ source, words }: Page, period: Period): Html {
  const point = source.portfolio.turningPoints.find(({ at }) => at === period.start);
  if (!point) return NOTHING;
  const traits = words.tendencies(point.traits);
  const text = traits ? words.say('report_turn_mark', { traits }) : words.say('report_turn_plain');
  return html`<p class="turning">${text}</p>`;
}
