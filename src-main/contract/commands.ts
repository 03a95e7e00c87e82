import { z } from 'zod';
import { ARTIST_COMMANDS } from './artist-commands';
import {
  artworkCardSchema,
  artworkDetailSchema,
  facetsSchema,
  galleryIndexSchema,
  galleryQuerySchema,
  ratingSchema,
} from './artwork';
import { command } from './command';
import {
  artworkIdSchema,
  artworkIdsSchema,
  boardIdSchema,
  folderIdSchema,
  jobIdSchema,
} from './ids';
import { evidenceMapSchema } from './evidence';
import { handsAnswerSchema } from './hands';
import {
  importedIdSchema,
  importedStyleSchema,
  importOutcomeSchema,
  taughtSchema,
  teacherSchema,
} from './learnt-style';
import { failedFileSchema, folderSchema, jobProgressSchema } from './library';
import { modelAddressSchema, modelKeyInput, modelSummarySchema } from './models';
import { outsideAnswerSchema, outsideSourceSchema } from './outside';
import { portfolioSchema, styleMapSchema } from './portfolio';
import { proofSchema } from './proof';
import { modelQualitySchema } from './quality';
import { REVIEW_ORDERS, reviewQueueSchema, styleStandingSchema } from './review';
import {
  artworkStyleSchema,
  axisWeightsSchema,
  labelNameSchema,
  learntStylesSchema,
  similarHitSchema,
} from './style';
import {
  nextPairSchema,
  notedSignalSchema,
  pairAnswerSchema,
  pairRankingSchema,
  pairSchema,
  profileIdSchema,
  profileImportSchema,
  profileListSchema,
  profileNameSchema,
  profileSchema,
  ratingsImportSchema,
  ratingsPreviewSchema,
  signalFilterSchema,
  signalPageSchema,
} from './signals';
import { MOST_WITHOUT, suggestionListSchema } from './suggestions';
import { boardSchema, engineInfoSchema, preferencesPatchSchema, preferencesSchema } from './studio';
import { INTRODUCTION_WORKS, tasteComparisonSchema, tasteProfileSchema } from './taste';

const nothing = z.void();
const pathSchema = z.string().min(1).max(4096);
const byLabels = teacherSchema.default({ kind: 'labels' });
const languageSchema = z.enum(['en', 'zh']);

/**
 * Every command the engine answers: its name, what goes in and what comes out. The renderer, the command
 * line and the tests all speak this table; nothing else crosses the process boundary.
 */
export const COMMANDS = {
  // library
  'folders.add': command(
    z.object({ path: pathSchema }),
    z.object({ folder: folderSchema, jobId: jobIdSchema }),
  ),
  'folders.list': command(nothing, z.array(folderSchema)),
  'folders.rescan': command(
    z.object({ folderId: folderIdSchema }),
    z.object({ jobId: jobIdSchema }),
  ),
  /** A cheap look at every folder for what changed outside; what failed before is not tried again. */
  'folders.refresh': command(nothing, nothing),
  /** Forgets the folder; the files stay untouched, and what the user said of them is kept for a return. */
  'folders.remove': command(z.object({ folderId: folderIdSchema }), nothing),
  'files.failed': command(
    z.object({ folderId: folderIdSchema.optional() }),
    z.array(failedFileSchema),
  ),
  'jobs.list': command(nothing, z.array(jobProgressSchema)),
  'jobs.pause': command(z.object({ jobId: jobIdSchema }), nothing),
  'jobs.resume': command(z.object({ jobId: jobIdSchema }), nothing),
  'jobs.cancel': command(z.object({ jobId: jobIdSchema }), nothing),
  // gallery
  'gallery.query': command(galleryQuerySchema, galleryIndexSchema),
  'gallery.cards': command(
    z.object({ ids: z.array(artworkIdSchema).max(500) }),
    z.array(artworkCardSchema),
  ),
  'gallery.facets': command(nothing, facetsSchema),
  /** The model that reads descriptions; null while the one in use knows only pictures. */
  'descriptions.model': command(nothing, z.object({ name: z.string() }).nullable()),
  // artwork
  'artworks.get': command(z.object({ id: artworkIdSchema }), artworkDetailSchema),
  'artworks.rate': command(z.object({ ids: artworkIdsSchema, rating: ratingSchema }), nothing),
  'artworks.favourite': command(
    z.object({ ids: artworkIdsSchema, favourite: z.boolean() }),
    nothing,
  ),
  'artworks.similar': command(
    z.object({
      id: artworkIdSchema,
      weights: axisWeightsSchema,
      limit: z.number().int().min(1).max(200).default(24),
    }),
    z.array(similarHitSchema),
  ),
  /** The works most like a picture from outside, which is only read: it does not come into the library. */
  'similar.outside': command(
    z.object({
      source: outsideSourceSchema,
      weights: axisWeightsSchema,
      limit: z.number().int().min(1).max(200).default(24),
    }),
    outsideAnswerSchema,
  ),
  // style
  'style.of': command(z.object({ id: artworkIdSchema }), artworkStyleSchema),
  /** Puts a label on works, or takes it off; learns again at once. */
  'style.label': command(
    z.object({ ids: artworkIdsSchema, label: labelNameSchema, on: z.boolean() }),
    learntStylesSchema,
  ),
  'style.learnt': command(nothing, learntStylesSchema),
  /** Where in the picture the evidence for its style lies. Asking for another map ends the one under way. */
  'evidence.of': command(z.object({ id: artworkIdSchema }), evidenceMapSchema),
  /** Nobody looks any more: a map under way ends with 'request/cancelled'. */
  'evidence.leave': command(nothing, nothing),
  // hands
  /** Whose hand the work looks like, with the works that are the evidence. */
  'hands.of': command(z.object({ id: artworkIdSchema }), handsAnswerSchema),
  /** Says who made works, or takes that back with null; learns again at once. */
  'hands.name': command(
    z.object({ ids: artworkIdsSchema, name: labelNameSchema.nullable() }),
    learntStylesSchema,
  ),
  'hands.learnt': command(nothing, learntStylesSchema),
  // learnt styles as files
  /** The text of a file; with `labels` only these are learnt and exported. */
  'styles.export': command(
    z.object({
      teaches: taughtSchema,
      name: labelNameSchema,
      labels: z.array(labelNameSchema).min(2).max(10_000).optional(),
    }),
    z.object({ content: z.string() }),
  ),
  'styles.import': command(z.object({ path: pathSchema }), importOutcomeSchema),
  'styles.imported': command(nothing, z.array(importedStyleSchema)),
  /** Takes an imported style away; labels that were accepted from it are the user's own and stay. */
  'styles.remove': command(z.object({ id: importedIdSchema }), nothing),
  /** Brings back one that was removed since the application was opened. */
  'styles.restore': command(z.object({ id: importedIdSchema }), nothing),
  // review
  /** Labels proposed for the works that have none; asking anew ends the search under way. */
  'review.proposals': command(
    z.object({
      teacher: byLabels,
      order: z.enum(REVIEW_ORDERS).default('sure'),
      limit: z.number().int().min(1).max(200).default(24),
      /** Works that are not asked about again, such as those skipped. */
      except: z.array(artworkIdSchema).max(100_000).default([]),
    }),
    reviewQueueSchema,
  ),
  /** Puts a label on a work that has none and learns again; a work that a person labelled stays as it is. */
  'review.accept': command(
    z.object({ teacher: byLabels, id: artworkIdSchema, label: labelNameSchema }),
    z.object({ kept: z.boolean() }),
  ),
  'review.standing': command(
    z.object({ teaches: taughtSchema.default('labels') }),
    styleStandingSchema,
  ),
  /** The works behind one cell of the confusion matrix. */
  'review.confused': command(
    z.object({
      teaches: taughtSchema.default('labels'),
      truth: labelNameSchema,
      answer: labelNameSchema,
    }),
    z.array(artworkIdSchema),
  ),
  // quality
  /** Measures the active model on the works whose labels mean something to it; tells its progress by events. */
  'quality.measure': command(nothing, modelQualitySchema),
  /** Gives the measurement under way up: it ends with 'request/cancelled'. */
  'quality.stop': command(nothing, nothing),
  /** The works behind one cell of the last confusion matrix. */
  'quality.confused': command(
    z.object({ truth: labelNameSchema, answer: labelNameSchema }),
    z.array(artworkIdSchema),
  ),
  // models
  'models.list': command(nothing, z.array(modelSummarySchema)),
  /** Installs a pack from a folder or an archive; it is tried first, and used only when that is asked for. */
  'models.add': command(z.object({ path: pathSchema }), modelSummarySchema),
  /** Fetches an archive and installs it: the only request that this program ever makes, after the user's yes. */
  'models.download': command(modelAddressSchema, modelSummarySchema),
  /** Ends the installation that is under way with 'request/cancelled'. */
  'models.cancel': command(nothing, nothing),
  /** Measures the library with a model in the background and then changes to it; the old vectors serve until then. */
  'models.use': command(modelKeyInput, nothing),
  /** Deletes an installed pack with its vectors; if it was in use, the shipped model takes over. */
  'models.remove': command(modelKeyInput, nothing),
  // insight
  'portfolio.get': command(nothing, portfolioSchema),
  'portfolio.map': command(nothing, styleMapSchema),
  /** A printable report, complete in one HTML text. */
  'portfolio.report': command(
    z.object({ language: languageSchema, name: z.string().min(1).max(200).optional() }),
    z.object({ html: z.string() }),
  ),
  'portfolio.csv': command(nothing, z.object({ csv: z.string() })),
  // suggestions
  'suggestions.list': command(
    z.object({
      limit: z.number().int().min(1).max(60).default(12),
      /** 0 familiar .. 1 surprising. */
      surprise: z.number().min(0).max(1).default(0.3),
      /** Works that were shown already and stay away this time. */
      without: z.array(artworkIdSchema).max(MOST_WITHOUT).default([]),
    }),
    suggestionListSchema,
  ),
  /** Of the active profile unless another is named; 'none' takes back how it reacted to the work. */
  'suggestions.react': command(
    z.object({
      id: artworkIdSchema,
      reaction: z.enum(['like', 'dismissed', 'not-my-taste', 'none']),
      profileId: profileIdSchema.optional(),
    }),
    nothing,
  ),
  // taste
  /** What a profile likes; the active one unless another is named. */
  'taste.of': command(z.object({ profileId: profileIdSchema.optional() }), tasteProfileSchema),
  'taste.compare': command(
    z.object({ a: profileIdSchema, b: profileIdSchema }),
    tasteComparisonSchema,
  ),
  /** Works as different as the library allows that the active profile has no opinion of, to begin with. */
  'taste.introduction': command(
    z.object({ limit: z.number().int().min(1).max(60).default(INTRODUCTION_WORKS) }),
    z.object({ works: z.array(artworkIdSchema) }),
  ),
  // proof
  /** Measures the suggestions on what the active profile likes; tells its progress by events. */
  'proof.measure': command(nothing, proofSchema),
  /** Gives the measurement under way up: it ends with 'request/cancelled'. */
  'proof.stop': command(nothing, nothing),
  ...ARTIST_COMMANDS,
  // signals
  /** Notes what was done with works, for the active profile; unknown works and private sessions are passed over. */
  'signals.record': command(z.object({ signals: z.array(notedSignalSchema).max(500) }), nothing),
  'signals.list': command(
    signalFilterSchema.extend({
      offset: z.number().int().nonnegative().default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    signalPageSchema,
  ),
  /** Deletes signals for good; ratings, favourites and boards stay. */
  'signals.remove': command(z.object({ ids: z.array(z.int().positive()).max(10_000) }), nothing),
  'signals.clear': command(signalFilterSchema, z.object({ removed: z.number().int() })),
  /** The text of a file. */
  'signals.export': command(
    signalFilterSchema.extend({ format: z.enum(['csv', 'json']) }),
    z.object({ content: z.string() }),
  ),
  /** Begins or ends a private session. */
  'signals.private': command(z.object({ on: z.boolean() }), nothing),
  // profiles
  'profiles.list': command(nothing, profileListSchema),
  'profiles.create': command(z.object({ name: profileNameSchema }), profileSchema),
  'profiles.rename': command(
    z.object({ id: profileIdSchema, name: profileNameSchema }),
    profileSchema,
  ),
  /** Puts a profile away with all its signals; it is deleted for good when the application is next opened. */
  'profiles.remove': command(z.object({ id: profileIdSchema }), nothing),
  'profiles.restore': command(z.object({ id: profileIdSchema }), nothing),
  'profiles.choose': command(z.object({ id: profileIdSchema }), nothing),
  /** The text of a file. */
  'profiles.export': command(
    z.object({ id: profileIdSchema }),
    z.object({ name: z.string(), content: z.string() }),
  ),
  /** Makes a profile of a file, under a free name. */
  'profiles.import': command(z.object({ path: pathSchema }), profileImportSchema),
  // ratings of others, from a table
  'ratings.preview': command(z.object({ path: pathSchema }), ratingsPreviewSchema),
  'ratings.import': command(
    z.object({ path: pathSchema, digest: z.string().max(64) }),
    ratingsImportSchema,
  ),
  'ratings.imports': command(nothing, z.array(ratingsImportSchema)),
  /** Takes a whole import back: its ratings, and the profiles that it made and that nobody has used since. */
  'ratings.undo': command(z.object({ id: z.int().positive() }), nothing),
  // A or B
  /** The pair that teaches most; of a board's works, or of a cross-section of the library. */
  'pairs.next': command(z.object({ board: boardIdSchema.optional() }), nextPairSchema),
  'pairs.answer': command(pairSchema.extend({ answer: pairAnswerSchema }), nothing),
  /** Takes the last answer back. @returns the pair, to be asked again; null when there is none */
  'pairs.undo': command(nothing, pairSchema.nullable()),
  /** What the choices say; of a board's works, or of all that were chosen among. */
  'pairs.ranking': command(z.object({ board: boardIdSchema.optional() }), pairRankingSchema),
  // studio documents
  'boards.list': command(nothing, z.array(boardSchema)),
  'boards.create': command(z.object({ name: z.string().trim().min(1).max(120) }), boardSchema),
  'boards.rename': command(
    z.object({ id: boardIdSchema, name: z.string().trim().min(1).max(120) }),
    boardSchema,
  ),
  'boards.remove': command(z.object({ id: boardIdSchema }), nothing),
  'boards.setWorks': command(z.object({ id: boardIdSchema, works: artworkIdsSchema }), boardSchema),
  'preferences.get': command(nothing, preferencesSchema),
  'preferences.set': command(preferencesPatchSchema, preferencesSchema),
  'engine.info': command(nothing, engineInfoSchema),
  // only the shell asks these, for the oeuvre:// protocol: they hand out paths and never reach the renderer
  'files.locate': command(
    z.object({ id: artworkIdSchema, kind: z.enum(['original', 'thumbnail', 'preview']) }),
    z.object({ path: z.string(), mime: z.string() }),
  ),
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandInput<N extends CommandName> = z.input<(typeof COMMANDS)[N]['input']>;
export type ParsedInput<N extends CommandName> = z.output<(typeof COMMANDS)[N]['input']>;
export type CommandOutput<N extends CommandName> = z.output<(typeof COMMANDS)[N]['output']>;

/** Commands that the renderer may not send. */
export const SHELL_ONLY: ReadonlySet<CommandName> = new Set<CommandName>(['files.locate']);

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(COMMANDS, name);
}

/** The one client type: the renderer's bridge, the command line and the tests all call the engine through it. */
export interface EngineClient {
  request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>>;
}
