import { readFile } from 'node:fs/promises';
import type { ArtworkId, ParsedInput } from '../../contract';
import { shrinkThumbnail } from '../imaging/shrink-thumbnail';
import { reportHtml, type ReportSource } from '../insight';
import { pause } from '../storage/yielding';
import { cardsOf } from '../storage/gallery/cards';
import { currentPortfolio } from './current-portfolio';
import type { EngineContext } from './engine-context';
import { fileLocator } from './locate-file';

/** Read in some milliseconds. */
const CARDS_AT_ONCE = 200;

type Works = ReportSource['works'];

async function worksOf({ catalogue, table }: EngineContext): Promise<Works> {
  const { ids, rowOf, dated } = await table.get();
  const works: Works[number][] = [];
  for (let first = 0; first < ids.length; first += CARDS_AT_ONCE) {
    for (const card of cardsOf(catalogue, [...ids.subarray(first, first + CARDS_AT_ONCE)])) {
      const { id, title, width, height, date } = card;
      const known = dated[rowOf.get(id) ?? -1] === 1 ? date : null;
      works.push({ id, title, width, height, date: known });
    }
    await pause();
  }
  return works;
}

/** Small pictures from the thumbnails; a work whose file is gone as well has none. */
function pictureSource(context: EngineContext): ReportSource['picture'] {
  const locate = fileLocator(context);
  return async (id: ArtworkId, longSide: number) => {
    try {
      const { path } = await locate({ id, kind: 'thumbnail' });
      return await shrinkThumbnail(await readFile(path), longSide);
    } catch {
      return null;
    }
  };
}

/** The printable report on everything in the library. */
export async function currentReport(
  context: EngineContext,
  { language, name }: ParsedInput<'portfolio.report'>,
): Promise<{ html: string }> {
  const html = await reportHtml({
    name: name ?? null,
    language,
    portfolio: await currentPortfolio(context),
    works: await worksOf(context),
    version: context.version,
    date: new Date().toISOString(),
    picture: pictureSource(context),
  });
  return { html };
}
