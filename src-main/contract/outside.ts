import { z } from 'zod';
import { similarHitSchema } from './style';

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
