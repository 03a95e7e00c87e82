import { evenlySpaced } from '../../kernel/evenly-spaced';
import { listwiseWeights } from '../../kernel/listwise-weights';
import type { ContentModel } from '../content/content-model';
import type { Taste } from '../taste';

interface Scored {
  id: number;
  content: number;
}

/** What a weight is learnt from; scores of both kinds are at most about 1. */
export interface WeightSource {
  taste: Taste;
  model: ContentModel;
  /** Works without an opinion, with the affinity by content over `reach`. */
  open: readonly Scored[];
  /** What affinities are measured by: how far the best by content is ahead of an ordinary work, > 0. */
  reach: number;
  /** By id. */
  goesWith: (id: number) => number;
  /** Works that are not asked about: that somebody put them together is what the model was fitted on. */
  onBoards: ReadonlySet<number>;
}

/** Liked works below which the weight is not learnt. */
const FEWEST_LIKED = 8;
/** Likes that others know of at which the weight is half of what it will be. */
const HALF_TRUSTED = 3;
const MOST_OPEN = 200;
const MOST = 4;

/**
 * How much the choices of others count against the content, learnt from the profile's own feedback: every liked work is held
 * back in turn, and the weights are those under which it is likeliest to be picked from what was passed over and two hundred
 * works without an opinion (`listwiseWeights`). Content is asked by the leave-one-out formula of ridge regression, the choices of
 * others without the work's own term. With fewer than eight liked works the weight is k / (k + 3), k being the liked
 * works that others know of.
 *
 * @returns 0..4; 1 is as much as the content
 */
export function togetherWeight(source: WeightSource): number {
  const { held, against } = questionsOf(source);
  if (held.length < FEWEST_LIKED || against.length === 0) {
    const known = [...source.taste.liked.keys()].filter((id) => source.goesWith(id) !== 0).length;
    return known / (known + HALF_TRUSTED);
  }
  const featuresOf = (works: readonly Scored[]) => [
    Float64Array.from(works, ({ content }) => content),
    Float64Array.from(works, ({ id }) => source.goesWith(id)),
  ];
  const groups = held.map((work) => ({ features: featuresOf([work]), chosen: [0] }));
  const [content = 0, together = 0] = listwiseWeights(groups, 2, featuresOf(against));
  return Math.min(MOST, together / Math.max(content, together / MOST, 1e-9));
}

/** The liked works that are held back, and what each is to be picked from. */
function questionsOf(source: WeightSource): { held: Scored[]; against: Scored[] } {
  const { taste, model, open, reach, onBoards } = source;
  const judged = model.works.map(({ id, byOthers }) => ({ id, content: byOthers / reach }));
  const passed = judged.filter(({ id }) => taste.disliked.has(id));
  const unknown = Array.from(evenlySpaced(open.length, MOST_OPEN), (at) => open[at]!);
  const held = judged.filter(({ id }) => taste.liked.has(id) && !onBoards.has(id));
  return { held, against: [...passed, ...unknown] };
}
