import { html, NOTHING, type Html } from '../html';
import { chapter, type Page } from '../page';

/** How the works divide among the styles that the user named. */
export function styles({ source: { portfolio }, words }: Page): Html {
  if (!portfolio.styles.some(({ label }) => label !== null)) return NOTHING;
  const bars = portfolio.styles.map(({ label, count }) => {
    const share = count / portfolio.works;
    return html` <p class="style">
      <span>${label ?? words.say('report_not_sure')}</span
      ><i style="width:${(share * 100).toFixed(1)}%"></i><b>${words.number(count)}</b>
    </p>`;
  });
  return chapter(
    'styles',
    words.say('report_styles_heading'),
    words.say('report_styles_note'),
    bars,
  );
}
