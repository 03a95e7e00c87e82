import type { BigIntStats, Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileStamp } from '../storage/repositories/files';
import { complaintOf, type Complaint } from './file-error';
import { isHidden, kindOfFile } from './file-kinds';

export interface FoundFile extends FileStamp {
  readonly name: string;
}

export interface FoundFailure extends Complaint {
  readonly path: string;
  readonly size: number;
  readonly mtimeNs: string;
}

/** What one directory holds, in the order of the names. */
export interface FoundDirectory {
  readonly path: string;
  /** False when it could not be listed: then nothing is known of what it holds. */
  readonly complete: boolean;
  readonly files: readonly FoundFile[];
  readonly failures: readonly FoundFailure[];
}

export interface DiscoverOptions {
  /** Directories that are somebody else's business: other added folders. */
  readonly except?: readonly string[];
  readonly signal?: AbortSignal;
}

interface Visit {
  readonly path: string;
  /** Where it really lies, after all links. */
  readonly real: string;
}

/** How many files are asked about at once. */
const STATS_AT_ONCE = 16;

/**
 * Walks a folder, directory by directory, parents first. Links to directories outside are followed once;
 * links to where the walk has been or will come anyway are not. Hidden and foreign files are passed over;
 * whatever looks like a picture but cannot be had is reported, never thrown.
 *
 * @param root must be an existing directory
 */
export async function* discover(
  root: string,
  { except = [], signal }: DiscoverOptions = {},
): AsyncGenerator<FoundDirectory> {
  const realRoot = await realpath(root);
  const foreign = new Set(except);
  const linked = new Set<string>();
  const stack: Visit[] = [{ path: root, real: realRoot }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    signal?.throwIfAborted();
    const listing = await list(visit, realRoot, linked);
    yield listing.found;
    const next = listing.directories.filter(
      ({ path: to, real }) => !foreign.has(to) && !foreign.has(real),
    );
    stack.push(...next.reverse());
  }
}

interface Listing {
  found: FoundDirectory;
  directories: Visit[];
}

async function list(visit: Visit, realRoot: string, linked: Set<string>): Promise<Listing> {
  const files: FoundFile[] = [];
  const failures: FoundFailure[] = [];
  const directories: Visit[] = [];
  let entries: Dirent[];
  try {
    entries = await readdir(visit.path, { withFileTypes: true });
  } catch (error) {
    const failure = { path: visit.path, ...complaintOf(error), size: 0, mtimeNs: '0' };
    return {
      found: { path: visit.path, complete: false, files, failures: [failure] },
      directories,
    };
  }
  const wanted = entries
    .filter(({ name }) => !isHidden(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  for (let start = 0; start < wanted.length; start += STATS_AT_ONCE) {
    const looked = await Promise.all(
      wanted.slice(start, start + STATS_AT_ONCE).map((entry) => look(visit, entry)),
    );
    for (const seen of looked) {
      if (seen.kind === 'file') files.push(seen.file);
      else if (seen.kind === 'failure') failures.push(seen.failure);
      else if (seen.kind === 'directory') directories.push(seen.visit);
      else if (seen.kind === 'link')
        addLinked(seen.visit, visit, realRoot, linked, directories, failures);
    }
  }
  return { found: { path: visit.path, complete: true, files, failures }, directories };
}

type Seen =
  | { kind: 'file'; file: FoundFile }
  | { kind: 'failure'; failure: FoundFailure }
  | { kind: 'directory'; visit: Visit }
  | { kind: 'link'; visit: Visit }
  | { kind: 'nothing' };

const NOTHING: Seen = { kind: 'nothing' };

async function look(parent: Visit, entry: Dirent): Promise<Seen> {
  const full = path.join(parent.path, entry.name);
  if (entry.isDirectory()) {
    return { kind: 'directory', visit: { path: full, real: path.join(parent.real, entry.name) } };
  }
  const kind = kindOfFile(entry.name);
  if (kind === 'other' && !entry.isSymbolicLink()) return NOTHING;
  try {
    const stats = await stat(full, { bigint: true });
    if (stats.isDirectory())
      return { kind: 'link', visit: { path: full, real: await realpath(full) } };
    if (!stats.isFile() || kind === 'other') return NOTHING;
    return kind === 'readable' ? foundFile(entry.name, stats) : unsupported(full, stats);
  } catch (error) {
    return { kind: 'failure', failure: unreachable(full, entry, error) };
  }
}

function foundFile(name: string, stats: BigIntStats): Seen {
  return { kind: 'file', file: { name, ...stampOf(stats) } };
}

/** @param stats asked for with `bigint`, because a double cannot hold nanoseconds */
export function stampOf(stats: BigIntStats): FileStamp {
  return {
    size: Number(stats.size),
    mtimeNs: String(stats.mtimeNs),
    inode: String(stats.ino),
  };
}

function unsupported(full: string, stats: BigIntStats): Seen {
  const { size, mtimeNs } = stampOf(stats);
  const reason = `Expected an image this program can open but received ${path.extname(full)}`;
  return {
    kind: 'failure',
    failure: { path: full, code: 'file/unsupported-format', reason, size, mtimeNs },
  };
}

function unreachable(full: string, entry: Dirent, error: unknown): FoundFailure {
  const none = { path: full, size: 0, mtimeNs: '0' };
  const complaint = complaintOf(error);
  if (complaint.code !== 'file/not-found') return { ...none, ...complaint };
  if (entry.isSymbolicLink()) {
    return { ...none, code: 'file/broken-link', reason: 'The link leads to nothing' };
  }
  if (entry.name.includes('\uFFFD')) {
    return { ...none, code: 'file/unreadable', reason: 'The name is not valid UTF-8 text' };
  }
  return { ...none, ...complaint };
}

function addLinked(
  target: Visit,
  parent: Visit,
  realRoot: string,
  linked: Set<string>,
  directories: Visit[],
  failures: FoundFailure[],
): void {
  if (isWithin(parent.real, target.real)) {
    const reason = 'The link leads back to a folder that contains it';
    failures.push({ path: target.path, code: 'file/link-loop', reason, size: 0, mtimeNs: '0' });
  } else if (!isWithin(target.real, realRoot) && !linked.has(target.real)) {
    linked.add(target.real);
    directories.push(target);
  }
}

/** Whether `inner` is `outer` or lies somewhere below it. */
export function isWithin(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return (
    relative === '' ||
    (!relative.startsWith(`..${path.sep}`) && relative !== '..' && !path.isAbsolute(relative))
  );
}
