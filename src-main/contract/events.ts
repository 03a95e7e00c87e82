import { z } from 'zod';
import { errorReportSchema } from './errors';
import { evidenceProgressSchema } from './evidence';
import { artworkIdsSchema } from './ids';
import { jobProgressSchema } from './library';
import { modelProgressSchema } from './models';
import { proofProgressSchema } from './proof';
import { qualityProgressSchema } from './quality';
import { reviewProgressSchema } from './review';
import { learntStylesSchema } from './style';

/** What the engine tells without being asked. */
export const EVENTS = {
  'job.progress': jobProgressSchema,
  /** Works were added, changed or lost; an empty list means 'many, ask again'. */
  'catalogue.changed': z.object({ ids: artworkIdsSchema, total: z.number().int() }),
  'style.learnt': learntStylesSchema,
  'hands.learnt': learntStylesSchema,
  /** Styles from files came or went. */
  'styles.changed': z.object({}),
  'review.progress': reviewProgressSchema,
  /** Models were added, changed or removed, or another one is in use. */
  'models.changed': z.object({}),
  'models.progress': modelProgressSchema,
  /** A model in use can't be run; another one has taken over, if there is any. */
  'models.fell': z.object({
    name: z.string(),
    instead: z.string().nullable(),
    error: errorReportSchema,
  }),
  'evidence.progress': evidenceProgressSchema,
  'quality.progress': qualityProgressSchema,
  'proof.progress': proofProgressSchema,
  /** Something was said of works, taken back, or learnt from: a list asked for now may differ. */
  'suggestions.changed': z.object({}),
  'boards.changed': z.object({}),
  'briefs.changed': z.object({}),
  /** Profiles came or went, another one is active, or the private session began or ended. */
  'profiles.changed': z.object({}),
  /** Said by the shell: a folder named on the command line could not be added. */
  'folder.refused': errorReportSchema,
  /** Said by the shell: the engine process went away or came back. */
  'engine.state': z.object({ state: z.enum(['starting', 'ready', 'restarting', 'unavailable']) }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventPayload<N extends EventName> = z.output<(typeof EVENTS)[N]>;

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(EVENTS, name);
}
