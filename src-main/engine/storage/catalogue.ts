import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Database } from './database';
import { migrate } from './migrations/migrate';
import { Analyses } from './repositories/analyses';
import { Artworks } from './repositories/artworks';
import { Failures } from './repositories/failures';
import { Files } from './repositories/files';
import { Folders } from './repositories/folders';
import { Hands } from './repositories/hands';
import { Jobs } from './repositories/jobs';
import { Keywords } from './repositories/keywords';
import { Labels } from './repositories/labels';
import { Meta } from './repositories/meta';
import { Opinions } from './repositories/opinions';
import { Pending } from './repositories/pending';
import { Profiles } from './repositories/profiles';
import { RatingImports } from './repositories/rating-imports';
import { Search } from './repositories/search';
import { Signals } from './repositories/signals';
import { TouchedWorks } from './repositories/touched-works';
import { Vectors } from './repositories/vectors';

/** One library: its database and the repositories over it. */
export interface Catalogue {
  readonly path: string;
  readonly database: Database;
  /** A second connection for long reads, which sees a steady picture while the first one writes. */
  readonly reader: Database;
  readonly meta: Meta;
  readonly folders: Folders;
  readonly files: Files;
  readonly artworks: Artworks;
  readonly analyses: Analyses;
  readonly vectors: Vectors;
  readonly labels: Labels;
  readonly hands: Hands;
  readonly keywords: Keywords;
  readonly opinions: Opinions;
  readonly profiles: Profiles;
  readonly signals: Signals;
  readonly touched: TouchedWorks;
  readonly ratingImports: RatingImports;
  readonly search: Search;
  readonly failures: Failures;
  readonly pending: Pending;
  readonly jobs: Jobs;
  close(): void;
}

/**
 * Opens a catalogue, making it or bringing it up to date where needed.
 *
 * @throws EngineError 'catalogue/newer-version', 'catalogue/damaged', 'catalogue/locked' or
 * 'catalogue/disk-full'
 */
export function openCatalogue(file: string): Catalogue {
  mkdirSync(path.dirname(file), { recursive: true });
  const database = new Database(file);
  try {
    migrate(database);
    return assemble(file, database, new Database(file));
  } catch (error) {
    database.close();
    throw error;
  }
}

function assemble(file: string, database: Database, reader: Database): Catalogue {
  const search = new Search(database);
  const profiles = new Profiles(database);
  const opinions = new Opinions(database, profiles);
  profiles.forgetRemoved();
  return {
    path: file,
    database,
    reader,
    meta: new Meta(database),
    folders: new Folders(database),
    files: new Files(database),
    artworks: new Artworks(database),
    analyses: new Analyses(database),
    vectors: new Vectors(database),
    labels: new Labels(database, search),
    hands: new Hands(database),
    keywords: new Keywords(database),
    opinions,
    profiles,
    signals: new Signals(database, profiles),
    touched: new TouchedWorks(database),
    ratingImports: new RatingImports(database, opinions, profiles),
    search,
    failures: new Failures(database),
    pending: new Pending(database),
    jobs: new Jobs(database),
    close: () => {
      reader.close();
      database.close();
    },
  };
}
