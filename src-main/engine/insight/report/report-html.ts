import type { ArtworkId } from '../../../contract';
import { html, Html } from './html';
import type { Page } from './page';
import { Pictures } from './pictures';
import type { ReportSource } from './report-source';
import { REPORT_FONTS } from './report-fonts';
import { REPORT_STYLE } from './report-style';
import { ReportWords } from './report-words';
import { apart, apartWorks } from './sections/apart';
import { changes } from './sections/changes';
import { colour } from './sections/colour';
import { cover, coverWork } from './sections/cover';
import { groups } from './sections/groups';
import { periods } from './sections/periods';
import { plates, plateWorks } from './sections/plates';
import { styles } from './sections/styles';
import { shownTwins, twins } from './sections/twins';

/** The most works of a group that are ever shown in its rows. */
const GROUP_WORKS = 24;
const SECTIONS = [cover, colour, periods, changes, groups, styles, apart, twins, plates];
/** The page may show what it carries and do nothing else: no script, no request. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:";

/**
 * A portfolio as one HTML text that stands alone: pictures, charts and style within it, nothing fetched, made to be
 * read on a screen or printed on A4.
 */
export async function reportHtml(source: ReportSource): Promise<string> {
  const words = new ReportWords(source.language);
  const pictures = await Pictures.load(source, shownWorks(source), largeWorks(source));
  const page: Page = { source, words, pictures };
  const title = source.name ?? words.say('report_title');
  const colophon = words.say('report_colophon', {
    version: source.version,
    date: words.day(source.date),
  });
  return html`<!doctype html>
    <html lang="${source.language === 'zh' ? 'zh-Hans' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="Oeuvre ${source.version}" />
        <title>${title}</title>
        <style>
          ${new Html(REPORT_FONTS + REPORT_STYLE)}
        </style>
      </head>
      <body>
        ${pictures.definitions()}
        <main>${SECTIONS.map((section) => section(page))}</main>
        <footer class="colophon">${colophon}</footer>
      </body>
    </html> `.text;
}

function shownWorks(source: ReportSource): Set<ArtworkId> {
  const { portfolio } = source;
  return new Set([
    ...plateWorks(source).map(({ id }) => id),
    ...portfolio.clusters.flatMap(({ works }) => works.slice(0, GROUP_WORKS)),
    ...portfolio.periods.flatMap(({ works }) => works),
    ...apartWorks({ source }),
    ...shownTwins(portfolio.duplicates).flatMap(({ works }) => works),
    ...largeWorks(source),
  ]);
}

function largeWorks({ portfolio }: ReportSource): Set<ArtworkId> {
  const chosen = coverWork(portfolio);
  return new Set(chosen === undefined ? [] : [chosen]);
}
