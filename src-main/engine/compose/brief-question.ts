import type { Brief, BriefImage, BriefLimits, LimitName } from '../../contract';
import { paletteVector } from '../kernel/palette-vector';
import { parseHex, srgbToOklab } from '../kernel/oklab';
import { rowAt } from '../kernel/vector-rows';
import { brokenLimits, wordsOf, type BriefQuestion, type MoodImage } from '../recommend/artist';
import { readWorkFacts } from '../storage/work-facts';
import { worksSaying } from '../storage/works-saying';
import type { WorkTable } from '../storage/work-table';
import { forEachYielding } from '../storage/yielding';
import type { EngineContext } from './engine-context';

/** Works between two turns of everything else: some milliseconds. */
const STRETCH = 5000;

/** A brief made ready for a library, and what of it could not be. */
export interface ReadyBrief {
  readonly question: BriefQuestion;
  readonly excluded: number;
  readonly reasons: readonly { limit: LimitName; count: number }[];
  /** Images of which nothing is known any more. */
  readonly lost: number;
  readonly looked: boolean;
}

/** Gathers what a brief needs from the catalogue, the models and the pictures it keeps. */
export async function readyBrief(
  context: EngineContext,
  table: WorkTable,
  brief: Brief,
): Promise<ReadyBrief> {
  const broken = await brokenBy(context, table, brief.limits);
  const moods = await Promise.all(brief.images.map((image) => moodOf(context, table, image)));
  const known = moods.flatMap((mood, place) => (mood ? [{ mood, place }] : []));
  const words = await Promise.all(
    wordsOf(brief.words).map(async (word) => {
      const saying = await worksSaying(context.catalogue.reader, word);
      // Works that are gone stay searchable, but make no word more common than it is.
      return { word, works: new Set(saying.filter((id) => table.rowOf.has(id))) };
    }),
  );
  const look = await lookFor(context, table, brief.words);
  const { size, balance, refused, order } = brief;
  return {
    question: {
      wishes: {
        images: known.map(({ mood }) => mood),
        places: known.map(({ place }) => place),
        palette: brief.palette.map((hex) => srgbToOklab(...parseHex(hex))),
        words,
        look,
      },
      open: Uint32Array.from(broken.keys()).filter((row) => broken[row]!.length === 0),
      set: { size, balance, locked: settledOf(brief), refused, order },
    },
    excluded: broken.filter((limits) => limits.length > 0).length,
    reasons: reasonsOf(broken),
    lost: moods.length - known.length,
    looked: look !== null,
  };
}

/** Works that are in the set anyway: the locked ones, and of those that are held as many as there is room for. */
function settledOf({ locked, held, refused, size }: Brief): number[] {
  const gone = new Set([...locked, ...refused]);
  const more = held.filter((id) => !gone.has(id));
  return [...locked, ...more.slice(0, Math.max(0, size - locked.length))];
}

/** The limits that each work of the table breaks, row by row. */
export async function brokenBy(
  { catalogue }: EngineContext,
  table: WorkTable,
  limits: BriefLimits,
): Promise<LimitName[][]> {
  const facts = await readWorkFacts(catalogue.reader, table);
  const broken: LimitName[][] = [];
  await forEachYielding(table.ids.keys(), STRETCH, (row) =>
    broken.push(brokenLimits(limits, table, facts, row)),
  );
  return broken;
}

function reasonsOf(broken: readonly (readonly LimitName[])[]): ReadyBrief['reasons'] {
  const counts = new Map<LimitName, number>();
  for (const limit of broken.flat()) counts.set(limit, (counts.get(limit) ?? 0) + 1);
  return Array.from(counts, ([limit, count]) => ({ limit, count })).sort(
    (a, b) => b.count - a.count,
  );
}

async function moodOf(
  { briefPictures, catalogue, encoder }: EngineContext,
  table: WorkTable,
  image: BriefImage,
): Promise<MoodImage | null> {
  if (image.kind === 'outside') return briefPictures.moodOf(image.picture);
  const row = table.rowOf.get(image.id);
  const at = ({ data, dim }: WorkTable['style']): Float32Array => rowAt(data, dim, row ?? 0);
  // Copies: a view would be posted to another thread with the whole table.
  if (row !== undefined)
    return {
      style: Float32Array.from(at(table.style)),
      subject: Float32Array.from(at(table.subject)),
      palette: Float32Array.from(at(table.palette)),
    };
  // Its file or folder is gone: what was measured of the content is still there.
  const hash = catalogue.artworks.find(image.id)?.hash;
  const analysis = hash ? catalogue.analyses.find(hash) : null;
  if (!hash || !analysis) return null;
  const model = await encoder.vectorId();
  const vector = (kind: 'style' | 'subject'): Float32Array =>
    (model && catalogue.vectors.find(hash, model, kind)) || new Float32Array();
  const { palette } = analysis;
  const colours = Float32Array.from(palette.flatMap(({ lab }) => lab));
  return {
    style: vector('style'),
    subject: vector('subject'),
    palette: paletteVector(
      colours,
      palette.map(({ share }) => share),
    ),
  };
}

/** What the words are to the model in use; null where it reads no texts, or can't now. */
async function lookFor(
  { descriptions }: EngineContext,
  table: WorkTable,
  words: string,
): Promise<BriefQuestion['wishes']['look']> {
  if (words.trim() === '' || (await descriptions.model()) === null) return null;
  return descriptions.read(words.trim(), table).catch(() => null);
}
