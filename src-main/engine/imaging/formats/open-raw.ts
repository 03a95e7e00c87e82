import { fileError } from '../file-error';
import { exifFacts, exifOrientation } from '../metadata/exif-facts';
import { factsOrNone } from '../metadata/facts';
import type { OpenedFile } from '../opened-file';
import { findLargestJpeg } from './find-jpeg';

/**
 * Opens a camera's raw file by the JPEG preview that the camera, or the converter, put into it: the picture as
 * its maker saw it. The sensor's own data is not developed.
 *
 * @throws EngineError 'file/unsupported-format' when the file holds no preview
 */
export function openRaw(path: string, bytes: Uint8Array, format: string): OpenedFile {
  const preview = findLargestJpeg(bytes);
  if (!preview)
    throw fileError('file/unsupported-format', path, 'the raw file holds no preview picture', {
      format: format.toUpperCase(),
    });
  return {
    format,
    data: bytes.subarray(preview.offset),
    orientation: exifOrientation(bytes),
    facts: [factsOrNone(() => exifFacts(bytes))],
  };
}
