import { readFile } from 'node:fs/promises';
import type { Brief, ParsedInput } from '../../contract';
import { shrinkThumbnail } from '../imaging/shrink-thumbnail';
import { html, Html } from '../insight';
import { wordsIn, type Language } from '../wording';
import type { SetWork } from './brief-export';
import type { EngineContext } from './engine-context';
import { fileLocator } from './locate-file';

const LONG_SIDE = 512;

const STYLE = `
:root { --ink: oklch(0.2 0 0); --soft: oklch(0.45 0 0); --rule: oklch(0.86 0 0); color-scheme: light; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; color: var(--ink); font: 12px/18px Inter, 'Helvetica Neue', 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', Arial, sans-serif; font-variant-numeric: tabular-nums; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { max-width: 1100px; margin: 0 auto; padding: 48px; }
header { display: flex; align-items: baseline; justify-content: space-between; gap: 24px; border-bottom: 1px solid var(--ink); padding-bottom: 12px; }
h1, cite { font-family: 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, 'Songti SC', 'Noto Serif CJK SC', SimSun, serif; font-weight: 400; }
h1 { font-size: 32px; line-height: 40px; overflow-wrap: anywhere; }
header p, figcaption span { color: var(--soft); }
.palette { display: flex; height: 8px; margin-top: 12px; }
.palette i { flex: 1; }
main { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 40px 28px; padding-top: 32px; }
figure { break-inside: avoid; }
figure div { display: flex; align-items: flex-end; aspect-ratio: 1; }
img { max-width: 100%; max-height: 100%; }
figcaption { margin-top: 8px; overflow-wrap: anywhere; }
cite { display: block; font-size: 15px; line-height: 20px; font-style: normal; }
@page { size: A4; margin: 16mm 15mm; }
@media print { body { padding: 0; } }
`;

/** The set of a brief on one printable page, complete in one HTML text. */
export async function setAsSheet(
  context: EngineContext,
  brief: Brief,
  set: readonly SetWork[],
  { language }: Pick<ParsedInput<'briefs.sheet'>, 'language'>,
): Promise<string> {
  const say = wordsIn(language);
  const figures: Html[] = [];
  for (const [place, { card }] of set.entries()) {
    const facts = [card.dated ? card.date.slice(0, 4) : '', `${card.width} × ${card.height} px`];
    figures.push(
      html` <figure>
        <div>${await pictureOf(context, card.id, card.title)}</div>
        <figcaption>
          <cite>${place + 1}. ${card.title}</cite>
          <span>${facts.filter(Boolean).join(' · ')}</span>
        </figcaption>
      </figure>`,
    );
  }
  return page(language, brief, figures, say('briefs_sheet_count', { count: String(set.length) }));
}

function page(
  language: Language,
  { name, palette }: Brief,
  figures: Html[],
  count: string,
): string {
  const bar = html`<div class="palette">
    ${palette.map((hex) => html`<i style="background:${hex}"></i>`)}
  </div>`;
  const body = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${name}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <header>
          <h1>${name}</h1>
          <p>${count}</p>
        </header>
        ${palette.length > 0 && bar}
        <main>${figures}</main>
      </body>
    </html>`;
  return body.text;
}

/** From the thumbnail; a work whose picture is gone has none. */
async function pictureOf(context: EngineContext, id: number, title: string): Promise<Html | null> {
  try {
    const { path } = await fileLocator(context)({ id, kind: 'thumbnail' });
    const { data, mime } = await shrinkThumbnail(await readFile(path), LONG_SIDE);
    const address = `data:${mime};base64,${Buffer.from(data).toString('base64')}`;
    return html`<img src="${address}" alt="${title}" />`;
  } catch {
    return null;
  }
}
