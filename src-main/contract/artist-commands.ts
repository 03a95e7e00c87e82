import { z } from 'zod';
import { MOST_IN_SEQUENCE, nextAnswerSchema, retireAnswerSchema, sequenceSchema } from './artist';
import {
  briefAnswerSchema,
  briefIdSchema,
  briefNameSchema,
  briefPatchSchema,
  briefPictureSchema,
  briefSchema,
  limitNameSchema,
  pictureIdSchema,
  swapSchema,
} from './briefs';
import { command } from './command';
import { artworkIdSchema } from './ids';

const nothing = z.void();
const pathSchema = z.string().min(1).max(4096);
const briefInput = z.object({ id: briefIdSchema });
const languageSchema = z.enum(['en', 'zh']);

/** Suggestions for the artist: part of `COMMANDS`. */
export const ARTIST_COMMANDS = {
  // briefs
  'briefs.list': command(nothing, z.array(briefSchema)),
  'briefs.create': command(z.object({ name: briefNameSchema }), briefSchema),
  'briefs.rename': command(briefInput.extend({ name: briefNameSchema }), briefSchema),
  /** Puts a brief away; it is deleted for good when the application is next opened. */
  'briefs.remove': command(briefInput, nothing),
  /** Brings back one that was removed since the application was opened, under a free name. */
  'briefs.restore': command(briefInput, briefSchema),
  'briefs.change': command(briefInput.extend({ patch: briefPatchSchema }), briefSchema),
  /** Measures a picture from outside and puts it on the moodboard: from then on its file is not needed. */
  'briefs.addPicture': command(briefInput.extend({ path: pathSchema }), briefSchema),
  'briefs.picture': command(z.object({ picture: pictureIdSchema }), briefPictureSchema),
  /** The works by their fit, and the set. Asking anew ends the answer under way with 'request/cancelled'. */
  'briefs.match': command(briefInput, briefAnswerSchema),
  /** Works that could take the place of one of the set, the best first. */
  'briefs.swaps': command(
    briefInput.extend({ work: artworkIdSchema, limit: z.number().int().min(1).max(40).default(6) }),
    z.array(swapSchema),
  ),
  /** The works that break a limit of the brief; at most 10,000. */
  'briefs.excluded': command(
    briefInput.extend({ limit: limitNameSchema }),
    z.array(artworkIdSchema),
  ),
  /** The set as the text of a table. */
  'briefs.csv': command(briefInput, z.object({ csv: z.string() })),
  /** The set as a printable sheet, complete in one HTML text. */
  'briefs.sheet': command(
    briefInput.extend({ language: languageSchema }),
    z.object({ html: z.string() }),
  ),
  /** Copies the originals of the set into a folder, numbered in its order; nothing there is overwritten. */
  'briefs.copyFiles': command(
    briefInput.extend({ folder: pathSchema }),
    z.object({ copied: z.number().int(), missing: z.number().int() }),
  ),
  // sequence
  /** Orders works so that neighbours flow; with `order` false it only measures the order that they are in. */
  'sequence.order': command(
    z.object({
      works: z.array(artworkIdSchema).max(MOST_IN_SEQUENCE),
      first: artworkIdSchema.optional(),
      last: artworkIdSchema.optional(),
      order: z.boolean().default(true),
    }),
    sequenceSchema,
  ),
  // what next
  'next.directions': command(nothing, nextAnswerSchema),
  // retire
  'retire.proposals': command(nothing, retireAnswerSchema),
  /** Remembers that a work was settled, so that it is not proposed again; or forgets that. */
  'retire.settle': command(z.object({ id: artworkIdSchema, on: z.boolean() }), nothing),
  /** Forgets everything that was settled: it may be proposed again. */
  'retire.unsettle': command(nothing, nothing),
} as const;
