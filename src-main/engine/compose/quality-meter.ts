import { EngineError, type ModelQuality } from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import { vectorIdOf } from '../inference/vector-id';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { readHands } from '../storage/read-hands';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { forEachYielding } from '../storage/yielding';
import { enoughFor, FEWEST_WORKS, labelledWorks, type LabelledWork } from '../style';
import type { EngineContext } from './engine-context';
import { movementReading } from './movement-reading';
import type { Confused, QualityOutput, QualityWork } from './quality-task';

/** The retrieval compares every work with every other: with more, a minute is not enough. */
const MOST_WORKS = 4000;
/** Works read between two turns of everything else: some milliseconds. */
const STRETCH = 50;
/** 99 of 100 works that the shipped model learnt periods from were made until then. */
const LATEST_YEAR = 1940;

interface Measurement {
  /** What it was made from: the same again comes to the same. */
  key: string;
  quality: Promise<{ answer: ModelQuality; confused: Confused[] }>;
  control: AbortController;
}

export interface QualityMeter {
  /** @throws EngineError 'model/not-found', 'request/cancelled' after `stop` */
  measure(): Promise<ModelQuality>;
  stop(): void;
  /** The works in the cells of the last confusion matrix; none before the first. */
  confused(): Promise<readonly Confused[]>;
}

/** One measurement at a time, in the insight thread; whoever asks for the same again waits for it, or has it at once. */
export function qualityMeter(context: EngineContext): QualityMeter {
  let last: Measurement | undefined;
  let stops = 0;
  return {
    measure: async () => {
      const before = stops;
      const subject = await subjectOf(context);
      if (stops > before)
        throw new EngineError('request/cancelled', 'Given up before it was measured');
      if (last?.key !== subject.key || last.control.signal.aborted) {
        last?.control.abort();
        last = begin(context, subject);
      }
      const { quality } = last;
      return (await quality).answer;
    },
    stop: () => {
      stops++;
      last?.control.abort();
    },
    confused: async () => (await last?.quality)?.confused ?? [],
  };
}

interface Subject {
  key: string;
  table: SharedWorkTable;
  manifest: ModelManifest;
  movements: readonly string[] | null;
  works: QualityWork[];
  understood: Pick<ModelQuality, 'labels' | 'ambiguous' | 'chosenFrom'>;
}

async function subjectOf(context: EngineContext): Promise<Subject> {
  const { catalogue, encoder, table } = context;
  const manifest = await encoder.manifest();
  if (!manifest) throw new EngineError('model/not-found', 'There is no usable model to measure');
  const labelsOf = (id: string) => manifest.heads.find((head) => head.id === id)?.labels ?? null;
  const works = await table.get();
  const hands = await readHands(catalogue);
  const movements = labelsOf('movement');
  const read = labelledWorks(catalogue.labels.all(), hands, {
    movements: movements ?? [],
    genres: labelsOf('genre') ?? [],
  });
  const present = read.works.filter(({ id }) => works.rowOf.has(id));
  const chosen = [...evenlySpaced(present.length, MOST_WORKS)].map((at) => present[at]!);
  const known: QualityWork[] = [];
  await forEachYielding(chosen, STRETCH, (work) =>
    known.push(withAnswers(context, manifest, work, works)),
  );
  const { labels, ambiguous } = read;
  const chosenFrom = chosen.length < present.length ? present.length : null;
  return {
    key: JSON.stringify([
      vectorIdOf(manifest),
      labels,
      known.map(({ id }) => works.hashes.at(works.rowOf.get(id) ?? -1)),
      chosen,
    ]),
    table: works,
    manifest,
    movements,
    works: known,
    understood: { labels, ambiguous, chosenFrom },
  };
}

function withAnswers(
  { catalogue }: EngineContext,
  manifest: ModelManifest,
  work: LabelledWork,
  { rowOf, hashes, dated, dates }: SharedWorkTable,
): QualityWork {
  const row = rowOf.get(work.id) ?? -1;
  const find = (reading: string) =>
    catalogue.vectors.find(hashes.at(row) ?? '', vectorIdOf(manifest), `head:${reading}`);
  const years = find('period');
  const year = dated[row] === 1 ? Number(dates.at(row)?.slice(0, 4)) : Number.NaN;
  return {
    ...work,
    year: year <= LATEST_YEAR ? year : null,
    reading: movementReading(manifest, find('movement'), find('novelty')),
    period: years && { low: Math.min(...years), high: Math.max(...years) },
  };
}

function begin(context: EngineContext, subject: Subject): Measurement {
  const control = new AbortController();
  const { table, movements, works } = subject;
  const measured = context.insight.ask(
    table,
    'quality',
    { movements, works },
    {
      onProgress: (progress) => context.emit('quality.progress', progress),
      signal: control.signal,
    },
  );
  const quality = measured.then(({ evaluation, confused }) => ({
    answer: qualityOf(subject, evaluation),
    confused,
  }));
  // A failure is no answer to keep: whoever asks next has it measured anew.
  quality.catch(() => control.abort());
  return { key: subject.key, quality, control };
}

function qualityOf(
  { manifest, movements, understood }: Subject,
  evaluation: QualityOutput['evaluation'],
): ModelQuality {
  const { id, name, version } = manifest;
  return {
    model: { id, name, version },
    movements: movements && [...movements],
    ...understood,
    fewest: FEWEST_WORKS,
    ...enoughFor(evaluation.works.known),
    latestYear: LATEST_YEAR,
    evaluation,
  };
}
