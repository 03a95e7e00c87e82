import { z } from 'zod';
import { swatchSchema } from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

const base64 = z.base64();

const briefPictureFileSchema = z.object({
  fileName: z.string(),
  /** In pixels, as displayed. */
  width: z.number().int(),
  height: z.number().int(),
  /** At most 512 px on the longer side. */
  thumbnail: z.object({ mime: z.enum(['image/jpeg', 'image/webp']), data: base64 }),
  palette: z.array(swatchSchema),
  /** Vectors are little-endian float32 values of unit length; style and subject by the key of the model. */
  paletteVector: base64,
  vectors: z.record(z.string(), z.object({ style: base64, subject: base64 })),
});
export type BriefPictureFile = z.infer<typeof briefPictureFileSchema>;

/** Opens what is kept of a picture from outside: one document a picture, null while there is none. */
export function openBriefPicture(file: string): Promise<StudioDocument<BriefPictureFile | null>> {
  return openDocument<BriefPictureFile | null>(file, briefPictureFileSchema.nullable(), null);
}
