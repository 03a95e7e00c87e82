import { z } from 'zod';
import { similarHitSchema } from './style';

const MAX_PASTED_BYTES = 32 * 1024 ** 2;

/** Where a picture from outside comes from: a file, or what was copied as a picture and pasted. */
export const outsideSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string().min(1).max(4096) }),
  z.object({
    kind: z.literal('pasted'),
    /** What it is called, for nobody else has named it. */
    name: z.string().min(1).max(200),
    bytes: z
      .instanceof(Uint8Array)
      .refine(({ byteLength }) => byteLength <= MAX_PASTED_BYTES, 'Expected 32 MiB at most'),
    /** In pixels, where it was made smaller before it was sent. */
    size: z.object({ width: z.int().min(1), height: z.int().min(1) }).optional(),
  }),
]);
export type OutsideSource = z.infer<typeof outsideSourceSchema>;

/** A picture that is in no folder of the library, and the works most like it. */
export const outsideAnswerSchema = z.object({
  fileName: z.string(),
  /** In pixels, as displayed. */
  width: z.number().int(),
  height: z.number().int(),
  /** At most 512 px on the longer side. */
  thumbnail: z.object({
    data: z.instanceof(Uint8Array),
    mime: z.enum(['image/jpeg', 'image/webp']),
  }),
  hits: z.array(similarHitSchema),
});
export type OutsideAnswer = z.infer<typeof outsideAnswerSchema>;
