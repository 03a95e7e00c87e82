import { EngineError, type ParsedInput } from '../../contract';
import { readBytes } from '../catalogue/read-bytes';
import { NO_ENCODER_INPUT } from '../catalogue/ports';
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

function presentPath({ catalogue }: EngineContext, { id, fileName }: StoredArtwork): string {
  const place = catalogue.files.placeOf(id);
  if (!place || place.missing) {
    throw new EngineError('file/not-found', `The file of ${fileName} is not there`, {
      file: fileName,
    });
  }
  return place.path;
}

async function thumbnailOf(context: EngineContext, work: StoredArtwork): Promise<ThumbnailFile> {
  const kept = await context.thumbnails.find(work.hash);
  if (kept) return kept;
  const path = presentPath(context, work);
  const { bytes } = await readBytes(path);
  const { thumbnail } = await readWork(path, bytes, NO_ENCODER_INPUT);
  return context.thumbnails.save(work.hash, thumbnail.data, thumbnail.mime);
}

async function previewOf(context: EngineContext, work: StoredArtwork): Promise<ThumbnailFile> {
  const kept = await context.previews.find(work.hash);
  if (kept) return kept;
  const { data, mime } = await renderPreview(presentPath(context, work));
  return context.previews.save(work.hash, data, mime);
}

function asShown(context: EngineContext, work: StoredArtwork): Promise<Located> | Located {
  const { format, colourSpace } = work.metadata;
  if (!canShowOriginal({ format, colourSpace, width: work.width, height: work.height })) {
    return previewOf(context, work);
  }
  return { path: presentPath(context, work), mime: `image/${format}` };
}

/**
 * Finds the file behind an `oeuvre://works/` address, making thumbnails and previews that are not there.
 * 'original' and 'preview' are the same picture: the file itself where Chromium can show it, else a large
 * rendering of it.
 */
export function fileLocator(context: EngineContext) {
  return async ({ id, kind }: ParsedInput<'files.locate'>): Promise<Located> => {
    const work = context.catalogue.artworks.get(id);
    if (kind === 'thumbnail') return thumbnailOf(context, work);
    return asShown(context, work);
  };
}
