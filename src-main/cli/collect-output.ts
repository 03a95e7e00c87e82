import {
  ANALYZE_OUTPUT_VERSION,
  type AnalyzedPortfolio,
  type AnalyzedWork,
  type AnalyzeOutput,
  type ArtworkDetail,
  type ArtworkId,
  type EngineClient,
  type Portfolio,
} from '../contract';
import { collectWork } from './collect-work';
import { relativeFile } from './relative-file';

export interface CollectOptions {
  engine: EngineClient;
  version: string;
  folder: { id: number; path: string };
  onProgress: (done: number, total: number) => void;
}

/** Everything that the JSON tells, in the order of the files' names. */
export async function collectOutput(options: CollectOptions): Promise<AnalyzeOutput> {
  const { engine, folder, version } = options;
  const portfolio = await engine.request('portfolio.get', undefined);
  const details = await detailsOf(engine, folder.id);
  const fileOf = new Map(
    details.map(({ card, path }) => [card.id, relativeFile(folder.path, path)] as const),
  );
  const failed = await engine.request('files.failed', { folderId: folder.id });
  return {
    version: ANALYZE_OUTPUT_VERSION,
    oeuvre: version,
    folder: folder.path,
    works: await worksOf(options, details, { fileOf, clusterOf: clustersByWork(portfolio) }),
    failed: failed
      .map(({ path, code, reason }) => ({ file: relativeFile(folder.path, path), code, reason }))
      .sort((one, other) => (one.file < other.file ? -1 : 1)),
    portfolio: namePortfolio(portfolio, fileOf),
  };
}

async function detailsOf(engine: EngineClient, folderId: number): Promise<ArtworkDetail[]> {
  const query = { folderId, sort: 'name', descending: false } as const;
  const { ids } = await engine.request('gallery.query', query);
  const details: ArtworkDetail[] = [];
  for (const id of ids) details.push(await engine.request('artworks.get', { id }));
  return details;
}

async function worksOf(
  { engine, onProgress }: CollectOptions,
  details: readonly ArtworkDetail[],
  names: Parameters<typeof collectWork>[2],
): Promise<AnalyzedWork[]> {
  const works: AnalyzedWork[] = [];
  for (const [i, detail] of details.entries()) {
    const work = await collectWork(engine, detail, names);
    if (work) works.push(work);
    onProgress(i + 1, details.length);
  }
  return works;
}

function clustersByWork({ clusters }: Portfolio): Map<ArtworkId, number> {
  return new Map(clusters.flatMap(({ index, works }) => works.map((id) => [id, index] as const)));
}

/** The portfolio with files in the place of ids. */
function namePortfolio(
  portfolio: Portfolio,
  fileOf: ReadonlyMap<ArtworkId, string>,
): AnalyzedPortfolio {
  const files = (ids: readonly ArtworkId[]) => ids.flatMap((id) => fileOf.get(id) ?? []);
  const differences = (traits: Portfolio['clusters'][number]['traits']) =>
    traits.map(({ id: trait, z }) => ({ trait, z }));
  return {
    ...portfolio,
    clusters: portfolio.clusters.map((cluster) => ({
      ...cluster,
      traits: differences(cluster.traits),
      works: files(cluster.works),
    })),
    periods: portfolio.periods.map((period) => ({ ...period, works: files(period.works) })),
    turningPoints: portfolio.turningPoints.map((point) => ({
      ...point,
      traits: differences(point.traits),
    })),
    outliers: portfolio.outliers.flatMap(({ id, score, trait }) => {
      const file = fileOf.get(id);
      return file === undefined ? [] : [{ file, score, trait }];
    }),
    duplicates: portfolio.duplicates.map((group) => ({ ...group, works: files(group.works) })),
  };
}
