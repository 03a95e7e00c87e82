import type { Signal, SignalFilter } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { pause } from '../storage/yielding';
import { csvCell } from './csv-cell';

/** A signal in words that mean something outside this catalogue. */
interface ToldSignal {
  time: string;
  profile: string;
  kind: string;
  work: string;
  workHash: string;
  other: string;
  otherHash: string;
  value: number | null;
  session: string;
}

const PAGE = 500;
const COLUMNS = [
  'time',
  'profile',
  'kind',
  'work',
  'workHash',
  'other',
  'otherHash',
  'value',
  'session',
] as const;

/** All signals that are meant, newest first, as RFC 4180 has a table. */
export async function signalsAsCsv(catalogue: Catalogue, filter: SignalFilter): Promise<string> {
  const rows = await toldSignals(catalogue, filter);
  const lines = rows.map((row) => COLUMNS.map((column) => csvCell(row[column])).join(','));
  return [COLUMNS.join(','), ...lines, ''].join('\r\n');
}

export async function signalsAsJson(catalogue: Catalogue, filter: SignalFilter): Promise<string> {
  return JSON.stringify({ signals: await toldSignals(catalogue, filter) }, null, 2);
}

async function toldSignals(catalogue: Catalogue, filter: SignalFilter): Promise<ToldSignal[]> {
  const names = new Map(catalogue.profiles.list().map(({ id, name }) => [id, name]));
  const told: ToldSignal[] = [];
  // What is noted meanwhile must not move the pages: which ones are told is settled first.
  const ids = catalogue.signals.ids(filter);
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = catalogue.signals.withIds(ids.slice(from, from + PAGE));
    told.push(...page.map((signal) => toldSignal(catalogue, names, signal)));
    await pause();
  }
  return told;
}

function toldSignal(
  { artworks }: Catalogue,
  names: ReadonlyMap<number, string>,
  signal: Signal,
): ToldSignal {
  const work = artworks.find(signal.artworkId);
  const other = signal.otherId === null ? null : artworks.find(signal.otherId);
  return {
    time: signal.at,
    profile: names.get(signal.profileId) ?? '',
    kind: signal.kind,
    work: work?.fileName ?? '',
    workHash: work?.hash ?? '',
    other: other?.fileName ?? '',
    otherHash: other?.hash ?? '',
    value: signal.value,
    session: signal.session,
  };
}
