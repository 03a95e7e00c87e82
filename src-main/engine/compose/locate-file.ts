import type { ParsedInput } from '../../contract';
import { originalOf, readOriginal, ThumbnailMaker } from '../catalogue/originals';
import type { ThumbnailFile } from '../catalogue/thumbnails';
import { canShowOriginal } from '../imaging/can-show-original';
import { readWork } from '../imaging/read-work';
import { renderPreview } from '../imaging/render-preview';
import type { StoredArtwork } from '../storage/repositories/artworks';
import type { EngineContext } from './engine-context';

interface Located {
  path: string;
  mime: string;
}

async function previewOf(context: EngineContext, work: StoredArtwork): Promise<ThumbnailFile> {
  const kept = await context.previews.find(work.hash);
  if (kept) return kept;
  const { path, bytes, hash } = await readOriginal(context.catalogue, work.id);
  const { data, mime } = await renderPreview(path, bytes);
  // Under what was read: a file that has changed since must not stand for the old content for good.
  return context.previews.save(hash, data, mime);
}

function asShown(context: EngineContext, work: StoredArtwork): Promise<Located> | Located {
  const { format, colourSpace } = work.metadata;
  if (!canShowOriginal({ format, colourSpace, width: work.width, height: work.height })) {
    return previewOf(context, work);
  }
  return { path: originalOf(context.catalogue, work.id), mime: `image/${format}` };
}

/**
 * Finds the file behind an `oeuvre://works/` address, making thumbnails and previews that are not there.
 * 'original' and 'preview' are the same picture: the file itself where Chromium can show it, else a large
 * rendering of it.
 */
export function fileLocator(context: EngineContext) {
  const thumbnails = new ThumbnailMaker({ ...context, readWork });
  return async ({ id, kind }: ParsedInput<'files.locate'>): Promise<Located> => {
    if (kind === 'thumbnail') return thumbnails.thumbnailOf(id);
    return asShown(context, context.catalogue.artworks.get(id));
  };
}
