import { z } from 'zod';
import { artworkIdSchema } from './ids';

/** A row of the catalogue. */
export const profileIdSchema = z.number().int().positive();
export type ProfileId = z.infer<typeof profileIdSchema>;

/** The profile that is always there: the person who works with this library. */
export const ME: ProfileId = 1;

/**
 * What a person did with a work. The value of 'dwell' is in milliseconds, that of 'rating' 1..5 (0 takes it back), that
 * of 'favourite' 1 or 0. A 'choice' is of `artworkId` over `otherId`, value 1; value 0 says that the person could not tell.
 */
export const SIGNAL_KINDS = [
  'opened',
  'dwell',
  'zoomed',
  'like',
  'favourite',
  'rating',
  'board-add',
  'board-remove',
  'exported',
  'dismissed',
  'more-like-this',
  'not-my-taste',
  'choice',
] as const;
export const signalKindSchema = z.enum(SIGNAL_KINDS);
export type SignalKind = z.infer<typeof signalKindSchema>;

/** Kinds that the interface tells of; the engine notes the others itself when it carries them out. */
export const NOTED_KINDS = ['opened', 'dwell', 'zoomed', 'exported', 'more-like-this'] as const;
export const notedSignalSchema = z.object({
  kind: z.enum(NOTED_KINDS),
  id: artworkIdSchema,
  value: z.number().nonnegative().optional(),
});
export type NotedSignal = z.infer<typeof notedSignalSchema>;

export const signalSchema = z.object({
  id: z.number().int().positive(),
  kind: signalKindSchema,
  artworkId: artworkIdSchema,
  otherId: artworkIdSchema.nullable(),
  profileId: profileIdSchema,
  /** ISO 8601, UTC. */
  at: z.string(),
  /** Of one run of the application, or of one import. */
  session: z.string(),
  value: z.number().nullable(),
});
export type Signal = z.infer<typeof signalSchema>;

/** Which signals are meant; without any word all of them. */
export const signalFilterSchema = z.object({
  kind: signalKindSchema.optional(),
  profileId: profileIdSchema.optional(),
  session: z.string().max(200).optional(),
});
export type SignalFilter = z.infer<typeof signalFilterSchema>;

/** Newest first. */
export const signalPageSchema = z.object({
  total: z.number().int(),
  signals: z.array(signalSchema),
});
export type SignalPage = z.infer<typeof signalPageSchema>;

export const profileNameSchema = z.string().trim().min(1).max(120);

export const profileSchema = z.object({
  id: profileIdSchema,
  /** Of the built-in one only for files; the interface calls it 'Me' in the user's language. */
  name: profileNameSchema,
  builtIn: z.boolean(),
  signals: z.number().int(),
});
export type Profile = z.infer<typeof profileSchema>;

export const profileListSchema = z.object({
  profiles: z.array(profileSchema),
  /** Whose signals are noted, and whose stars and hearts are shown. */
  active: profileIdSchema,
  /** While it is on nothing is noted, whoever looks. It stays on until it is switched off. */
  isPrivate: z.boolean(),
});
export type ProfileList = z.infer<typeof profileListSchema>;

/** What came out of a file. */
export const profileImportSchema = z.object({
  profile: profileSchema,
  /** Signals and opinions whose works are not in this library. */
  unmatched: z.number().int(),
});
export type ProfileImport = z.infer<typeof profileImportSchema>;

export const MAX_PROFILE_FILE_BYTES = 64_000_000;
const placeOfWork = z.number().int().nonnegative();

/** A profile as a file: works by content, and by name where the content is another one here. */
export const profileFileSchema = z.object({
  format: z.literal('oeuvre-profile'),
  version: z.literal(1),
  name: profileNameSchema,
  exportedAt: z.string(),
  works: z.array(z.object({ hash: z.string(), fileName: z.string() })),
  /** Works by their place in `works`. */
  signals: z.array(
    z.object({
      kind: signalKindSchema,
      work: placeOfWork,
      other: placeOfWork.nullable(),
      at: z.iso.datetime(),
      session: z.string().max(200),
      value: z.number().nullable(),
    }),
  ),
  opinions: z.array(
    z.object({
      work: placeOfWork,
      rating: z.number().int().min(0).max(5),
      favourite: z.boolean(),
    }),
  ),
});
export type ProfileFile = z.infer<typeof profileFileSchema>;

export const RATING_FAULTS = [
  'user-missing',
  'item-missing',
  'item-unknown',
  'item-ambiguous',
  'rating-invalid',
  'time-invalid',
  'quote-stray',
  'cells-surplus',
] as const;

/** A line of a ratings table that can't be used. */
export const ratingFaultSchema = z.object({
  /** 1 is the header. */
  line: z.number().int(),
  fault: z.enum(RATING_FAULTS),
  /** What stands there. */
  text: z.string(),
});
export type RatingFault = z.infer<typeof ratingFaultSchema>;

export const ratingsPreviewSchema = z.object({
  fileName: z.string(),
  /** Of the file's content: an import of another content than was looked at is refused. */
  digest: z.string(),
  rows: z.number().int(),
  /** Those with most ratings first; the first ones. */
  users: z.array(z.object({ name: z.string(), isNew: z.boolean(), ratings: z.number().int() })),
  userCount: z.number().int(),
  works: z.number().int(),
  ratings: z.number().int(),
  /** Ratings that take the place of one that the same profile has given already. */
  replaced: z.number().int(),
  /** The first ones. */
  faults: z.array(ratingFaultSchema),
  faultCount: z.number().int(),
});
export type RatingsPreview = z.infer<typeof ratingsPreviewSchema>;

export const ratingsImportSchema = z.object({
  id: z.number().int().positive(),
  fileName: z.string(),
  at: z.string(),
  ratings: z.number().int(),
});
export type RatingsImport = z.infer<typeof ratingsImportSchema>;

/** 'a' and 'b' as they were shown, left and right. */
export const pairAnswerSchema = z.enum(['a', 'b', 'neither']);
export type PairAnswer = z.infer<typeof pairAnswerSchema>;

export const pairSchema = z.object({ a: artworkIdSchema, b: artworkIdSchema });
export type Pair = z.infer<typeof pairSchema>;

export const nextPairSchema = z.object({
  /** Null when there are fewer than two works that differ, or every pair was asked. */
  pair: pairSchema.nullable(),
  /** Choices of the active profile among these works. */
  choices: z.number().int(),
  works: z.number().int(),
  /** What the answer is expected to teach, in bits, 0..1. */
  gain: z.number(),
});
export type NextPair = z.infer<typeof nextPairSchema>;

export const rankedWorkSchema = z.object({
  id: artworkIdSchema,
  /** Log-odds against a work of average liking. */
  strength: z.number(),
  /** Of `strength`: 95 % of what is still believed. */
  low: z.number(),
  high: z.number(),
  /** The best and the worst place it may have, 1..n, against each other work at 95 %. */
  best: z.number().int(),
  worst: z.number().int(),
  /** How often it was shown with an answer. */
  shown: z.number().int(),
});
export type RankedWork = z.infer<typeof rankedWorkSchema>;

export const pairRankingSchema = z.object({
  works: z.array(rankedWorkSchema),
  choices: z.number().int(),
});
export type PairRanking = z.infer<typeof pairRankingSchema>;
