import { z } from 'zod';
import { styleStandingSchema } from './review';
import { labelNameSchema, learntStylesSchema, similarHitSchema } from './style';

/** An artist whose works resemble a work, with the works that are the evidence. */
export const closestHandSchema = z.object({
  name: labelNameSchema,
  /** Of all known hands together, 0..1. */
  p: z.number(),
  /** Works by this hand nearest in style; `score` is the share of style. */
  works: z.array(similarHitSchema),
});
export type ClosestHand = z.infer<typeof closestHandSchema>;

/** Whose hand a work looks like; it never says whose it is. */
export const handsAnswerSchema = z.object({
  /** Who made it, as the user says. */
  own: labelNameSchema.nullable(),
  /** Who made it, as its file says; the user's word goes before. */
  fromFile: z.string().nullable(),
  /** 'none': it resembles no work of any known hand. Null while nothing could be learnt. */
  verdict: z.enum(['likely', 'not-sure', 'none']).nullable(),
  /** The closest first. */
  hands: z.array(closestHandSchema),
  /** Why nothing could be learnt yet; null when something was. */
  needs: learntStylesSchema.shape.needs,
  /** What was learnt: hands and works. */
  learntFrom: learntStylesSchema.shape.learntFrom,
  /** How often it is right about works that were held out. */
  accuracy: styleStandingSchema.shape.accuracy,
});
export type HandsAnswer = z.infer<typeof handsAnswerSchema>;
