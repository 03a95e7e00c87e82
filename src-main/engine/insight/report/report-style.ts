/**
 * The look of the report: white paper, neutral greys, a serif for titles, the works carry the colour. The serif comes
 * with the file (see report-fonts); everything else is set in what the system has.
 */
export const REPORT_STYLE = `
:root {
  --ink: oklch(0.2 0 0); --soft: oklch(0.45 0 0); --faint: oklch(0.6 0 0); --rule: oklch(0.86 0 0);
  --serif: Newsreader, 'Iowan Old Style', 'Palatino Linotype', Palatino, Georgia, serif;
  --sans: Inter, 'Helvetica Neue', 'Segoe UI', Arial, 'Liberation Sans', sans-serif;
  color-scheme: light;
}
/* Chinese has no italics; its titles stand in the serif of the system. */
:lang(zh) {
  --serif: Newsreader, 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, serif;
  --sans: Inter, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', sans-serif;
}
:lang(zh) .turning { font-style: normal; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; color: var(--ink); font: 13px/20px var(--sans); font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { max-width: 1180px; margin: 0 auto; padding: 0 48px; }
svg { display: block; }
.definitions { position: absolute; width: 0; height: 0; }
h1, h2, h3, .sentence, cite { font-family: var(--serif); font-weight: 400; }
small { font: 11px/20px var(--sans); color: var(--faint); }
.picture { width: 100%; height: auto; }
.palette { width: 100%; height: 8px; }

.cover { min-height: 100vh; display: grid; grid-template: auto 1fr auto / minmax(0, 5fr) minmax(0, 7fr); gap: 0 56px; padding: 48px 0; }
.cover .kind { grid-column: 1 / -1; font-size: 11px; letter-spacing: 0.14em; text-transform: uppercase; color: var(--faint); }
.cover .plate { grid-area: 2 / 2; align-self: center; }
.cover .plate .picture { width: auto; max-width: 100%; max-height: 68vh; margin-left: auto; }
.cover .words { grid-area: 2 / 1; align-self: end; padding-bottom: 40px; }
.cover h1 { font-size: 60px; line-height: 1.04; letter-spacing: -0.02em; overflow-wrap: anywhere; text-wrap: balance; }
.cover .sentence { margin-top: 24px; font-size: 20px; line-height: 28px; text-wrap: balance; }
.cover .reading { margin-top: 16px; max-width: 44ch; color: var(--soft); }
.cover > .palette { grid-column: 1 / -1; height: 14px; }

.chapter { display: grid; grid-template-columns: 200px minmax(0, 1fr); gap: 0 48px; padding: 64px 0 0; }
.chapter > header { position: sticky; top: 0; align-self: start; border-top: 1px solid var(--ink); padding-top: 10px; }
.chapter > .content { border-top: 1px solid var(--rule); padding-top: 14px; }
.chapter h2 { font-size: 22px; line-height: 28px; }
.chapter > header p { margin-top: 8px; font-size: 12px; line-height: 18px; color: var(--soft); }
h3 { font-size: 20px; line-height: 26px; }
h3 small { margin-left: 12px; }
.row { display: flex; gap: 8px; align-items: flex-start; }
.row + .row { margin-top: 8px; }
.row > * { min-width: 0; }
.row figcaption { margin-top: 8px; }

.river { width: 100%; height: auto; overflow: visible; }
.river text { font: 11px var(--sans); fill: var(--soft); text-anchor: middle; }
.river .count { fill: var(--faint); font-size: 10px; }
.river .turn { stroke: var(--ink); stroke-width: 0.8; stroke-dasharray: 2 3; }
.colour .content > .palette { height: 64px; }

.period { display: grid; grid-template-columns: 92px minmax(0, 1fr); gap: 16px; padding-bottom: 20px; }
.period h3 { line-height: 22px; }
.period h3 small { display: block; margin: 0; }
.period .palette { margin-top: 8px; height: 6px; }
.turning { display: flex; align-items: center; gap: 12px; margin: 4px 0 18px; font-family: var(--serif); font-style: italic; font-size: 15px; }
.turning::after { content: ''; flex: 1; border-top: 1px solid var(--ink); }

.changes .content { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 28px 32px; }
.trait figcaption { font-size: 12px; }
.trait svg { width: 100%; height: auto; margin-top: 4px; }
.trait path { fill: none; stroke: var(--ink); stroke-width: 1.2; }
.trait circle { fill: var(--ink); }
.trait p { display: flex; justify-content: space-between; font-size: 10px; line-height: 14px; color: var(--faint); }

.group { padding-bottom: 40px; }
.group .row { margin-top: 12px; }
.group .row + .row { margin-top: 8px; }
.group .palette { margin-top: 8px; height: 6px; }

.style { display: grid; grid-template-columns: 160px 1fr 40px; align-items: center; gap: 12px; padding: 3px 0; }
.style i { height: 10px; background: var(--ink); }
.style b { font-weight: 400; text-align: right; color: var(--soft); }

.apart .row { gap: 20px; }
.apart .row + .row { margin-top: 28px; }
.relatives .content { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 32px 24px; align-items: end; }
figcaption { margin-top: 8px; font-size: 11px; line-height: 15px; color: var(--soft); overflow-wrap: anywhere; }
cite { font-size: 13px; font-style: italic; color: var(--ink); }

.plates .content { display: grid; grid-template-columns: repeat(4, minmax(0, 1fr)); gap: 36px 24px; }
.plates .plate > div { aspect-ratio: 1; display: flex; align-items: flex-end; }
.plates .picture { width: auto; height: auto; max-width: 100%; max-height: 100%; }
.plates b { font-weight: 400; color: var(--faint); margin-right: 6px; }

.colophon { margin: 88px 0 56px; padding-top: 10px; border-top: 1px solid var(--rule); font-size: 11px; color: var(--faint); }

@media (max-width: 800px) {
  body { padding: 0 20px; }
  .cover, .chapter { grid-template-columns: minmax(0, 1fr); }
  .cover .plate, .cover .words { grid-area: auto; }
  .cover h1 { font-size: 40px; }
  .plates .content { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .changes .content, .relatives .content { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .chapter > header { position: static; padding-bottom: 12px; }
}
@page { size: A4; margin: 16mm 15mm 18mm; @bottom-right { content: counter(page); font: 8pt sans-serif; color: #777; } }
@media print {
  html { font-size: 9pt; line-height: 13pt; }
  body { max-width: none; padding: 0; }
  .cover { min-height: 255mm; padding: 0; break-after: page; grid-template: auto 1fr auto auto / minmax(0, 1fr); }
  .cover .plate { grid-area: 2 / 1; align-self: center; }
  .cover .plate .picture { max-height: 130mm; margin: 0; }
  .cover .words { grid-area: 3 / 1; padding-bottom: 10mm; }
  .chapter { grid-template-columns: minmax(0, 1fr); padding-top: 12mm; }
  .chapter > header { position: static; break-after: avoid; display: grid; grid-template-columns: 1fr 2fr; gap: 8mm; padding-bottom: 6mm; }
  .chapter > header p { margin: 4px 0 0; }
  .chapter > .content { border: 0; padding: 0; }
  .plates, .groups { break-before: page; padding-top: 0; }
  .group, .period, .trait, figure, .river { break-inside: avoid; }
  .group h3, .turning { break-after: avoid; }
  .colophon { margin-top: 16mm; }
}
`;
