import type {
  AnalyzedWork,
  ArtworkDetail,
  ArtworkId,
  EngineClient,
  ArtworkStyle,
} from '../contract';

/** As the application starts with: style counts most, subject and palette join in. */
const WEIGHTS = { style: 1, subject: 0.4, palette: 0.4 };
const SIMILAR = 8;

interface Names {
  /** The output's name of each work's file. */
  fileOf: ReadonlyMap<ArtworkId, string>;
  clusterOf: ReadonlyMap<ArtworkId, number>;
}

/** Asks the engine for everything it knows of one work. Null for one that could not be measured. */
export async function collectWork(
  engine: EngineClient,
  detail: ArtworkDetail,
  { fileOf, clusterOf }: Names,
): Promise<AnalyzedWork | null> {
  const { card, metadata, analysis } = detail;
  const { id } = card;
  const file = fileOf.get(id);
  if (!analysis || file === undefined) return null;
  const style = await engine.request('style.of', { id });
  const hits = await engine.request('artworks.similar', { id, weights: WEIGHTS, limit: SIMILAR });
  return {
    file,
    hash: card.hash,
    width: card.width,
    height: card.height,
    format: metadata.format,
    title: card.title,
    author: metadata.author,
    keywords: metadata.keywords,
    takenAt: metadata.takenAt,
    palette: analysis.palette.map(({ hex, share, name, accent }) => ({ hex, share, name, accent })),
    harmony: analysis.harmony,
    values: analysis.values,
    traits: analysis.traits,
    standing: standingOf(detail),
    style: styleOf(style),
    cluster: clusterOf.get(id) ?? null,
    similar: hits.flatMap(({ id: other, score, axes }) => {
      const name = fileOf.get(other);
      return name === undefined ? [] : [{ file: name, score, ...axes }];
    }),
  };
}

function standingOf({ readings }: ArtworkDetail): AnalyzedWork['standing'] {
  return Object.fromEntries(readings.map(({ id, percentile, band }) => [id, { percentile, band }]));
}

function styleOf({ own, learnt, heads }: ArtworkStyle): AnalyzedWork['style'] {
  const answers = Object.entries(heads);
  return {
    decision: own[0] ?? learnt?.decision ?? heads['movement']?.decision ?? null,
    own,
    learnt: learnt?.probabilities ?? [],
    movement: heads['movement']?.probabilities ?? [],
    medium: heads['medium']?.probabilities ?? [],
    genre: heads['genre']?.probabilities ?? [],
    decisions: Object.fromEntries(answers.map(([head, { decision }]) => [head, decision])),
  };
}
