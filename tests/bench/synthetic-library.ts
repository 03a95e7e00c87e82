import { link, mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import {
  TRAIT_IDS,
  type ProfileId,
  type Swatch,
  type Traits,
  type WorkAnalysis,
} from '../../src-main/contract';
import { recordOf } from '../../src-main/engine/catalogue/record-of';
import { normalise } from '../../src-main/engine/kernel/cosine';
import { hexOf, oklabToSrgb } from '../../src-main/engine/kernel/oklab';
import { paletteVector } from '../../src-main/engine/kernel/palette-vector';
import { seededRandom } from '../../src-main/engine/kernel/random';
import { openCatalogue, type Catalogue } from '../../src-main/engine/storage/catalogue';
import type { FileStamp } from '../../src-main/engine/storage/repositories/files';
import { note } from './figures';

export interface SyntheticLibraryOptions {
  /** An empty folder; see `placesIn` for what comes to lie where. */
  home: string;
  works: number;
  /** As the encoder slot names the vectors of the model in use. */
  modelId: string;
}

interface Place {
  name: string;
  stamp: FileStamp;
}

interface Manner {
  style: Float32Array;
  subject: Float32Array;
  hue: number;
  traits: number[];
}

const MANNERS = 14;
const STYLE_DIM = 256;
const SUBJECT_DIM = 128;
const IN_TRANSACTION = 2000;
const IN_DIRECTORY = 1000;
const FIRST_YEAR = 2004;
const YEARS = 21;
const KEYWORDS = ['study', 'harbour', 'night', 'figure', 'series', 'paper', 'garden', 'commission'];

/**
 * Fills a new catalogue with made-up works in a known number of manners that come and go over the years, each with a
 * small file of its own and a thumbnail, as if a folder had been indexed. Written through the repositories; the same
 * library every time.
 */
export async function makeSyntheticLibrary(options: SyntheticLibraryOptions): Promise<void> {
  const { home, works, modelId } = options;
  const { dataFolder, originals: folder } = placesIn(home);
  await mkdir(folder, { recursive: true });
  const catalogue = openCatalogue(join(dataFolder, 'catalogue.db'));
  catalogue.meta.setActiveModel(modelId);
  // A folder is unreachable once its device changes: keep that of the made-up originals.
  const folderId = catalogue.folders.add(folder);
  catalogue.folders.setReachable(folderId, true, String((await stat(folder)).dev));
  const writer = new LibraryWriter(catalogue, folderId, modelId);
  const pictures = await smallPictures();
  for (let first = 0; first < works; first += IN_TRANSACTION) {
    const rows = Array.from(
      { length: Math.min(IN_TRANSACTION, works - first) },
      (_, i) => first + i,
    );
    const places = await Promise.all(rows.map((row) => putFiles(home, pictures, row)));
    catalogue.database.transaction(() =>
      rows.forEach((row, i) => writer.write(row, folder, places[i]!)),
    );
  }
  catalogue.database.transaction(() => catalogue.meta.touch());
  catalogue.close();
  note(`scale: a library of ${works} made-up works`);
}

/** A profile that has looked at, and now and then judged, the works of the library for years. @returns its id */
export function addLongHistory(home: string, signals: number): ProfileId {
  const catalogue = openCatalogue(join(placesIn(home).dataFolder, 'catalogue.db'));
  const { id: profileId } = catalogue.profiles.create('Veteran');
  const works = catalogue.database.all<{ id: number }>('SELECT id FROM artworks ORDER BY id');
  const random = seededRandom(11);
  const kinds = ['dwell', 'opened', 'opened', 'zoomed', 'like', 'dismissed', 'rating'] as const;
  const told = Array.from({ length: signals }, (_, at) => ({
    kind: kinds[Math.floor(random() * kinds.length)]!,
    artworkId: works[Math.floor(random() * works.length)]!.id,
    otherId: null,
    profileId,
    at: new Date(Date.UTC(FIRST_YEAR + 16) + at * 300_000).toISOString(),
    session: `day ${Math.floor(at / 300)}`,
    value: 1 + Math.floor(random() * 5),
  }));
  catalogue.database.transaction(() => catalogue.signals.add(told));
  catalogue.close();
  note(`scale: a profile with ${signals} signals`);
  return profileId;
}

/** The application's user data, in it the engine's data folder, and beside them the folder that was indexed. */
export function placesIn(home: string): {
  userData: string;
  dataFolder: string;
  originals: string;
} {
  const userData = join(home, 'user');
  return { userData, dataFolder: join(userData, 'library'), originals: join(home, 'originals') };
}

function hashOf(row: number): string {
  return (row + 1).toString(16).padStart(8, '0').repeat(8);
}

function directoryOf(row: number): string {
  return `d${String(Math.floor(row / IN_DIRECTORY)).padStart(4, '0')}`;
}

async function smallPictures(): Promise<Buffer[]> {
  return Promise.all(
    Array.from({ length: MANNERS }, (_, manner) => {
      const [r, g, b] = oklabToSrgb(0.6, ...directionOf((manner * 360) / MANNERS, 0.12));
      const background = { r, g, b };
      return sharp({ create: { width: 120, height: 80, channels: 3, background } })
        .jpeg({ quality: 70 })
        .toBuffer();
    }),
  );
}

/** The original, and its thumbnail as a second name of the same file. */
async function putFiles(home: string, pictures: readonly Buffer[], row: number): Promise<Place> {
  const name = `work-${String(row).padStart(6, '0')}.jpg`;
  const { dataFolder, originals } = placesIn(home);
  const original = join(originals, directoryOf(row), name);
  const hash = hashOf(row);
  const thumbnail = join(dataFolder, 'thumbnails', hash.slice(0, 2), `${hash}.jpg`);
  await mkdir(join(original, '..'), { recursive: true });
  await mkdir(join(thumbnail, '..'), { recursive: true });
  await writeFile(original, pictures[row % pictures.length]!);
  await link(original, thumbnail);
  const { size, mtimeNs, ino } = await stat(original, { bigint: true });
  return { name, stamp: { size: Number(size), mtimeNs: String(mtimeNs), inode: String(ino) } };
}

class LibraryWriter {
  readonly #random = seededRandom(11);
  readonly #manners = Array.from({ length: MANNERS }, (_, i) => this.#manner(i));

  constructor(
    private readonly catalogue: Catalogue,
    private readonly folderId: number,
    private readonly modelId: string,
  ) {}

  write(row: number, folder: string, { name, stamp }: Place): void {
    const { analyses, artworks, files, keywords, vectors, search } = this.catalogue;
    const hash = hashOf(row);
    const manner = this.#manners[row % MANNERS]!;
    const reading = this.#reading(row, manner);
    const id = artworks.create(recordOf(hash, name, stamp.mtimeNs, reading));
    analyses.save(hash, reading);
    analyses.setSwatches(id, reading.analysis.palette);
    keywords.set(id, reading.metadata.keywords);
    vectors.save(hash, {
      modelId: this.modelId,
      vectors: new Map([
        ['style', this.#near(manner.style, 1.1)],
        ['subject', this.#near(manner.subject, 1.6)],
      ]),
    });
    const directoryId = files.directoryId(this.folderId, join(folder, directoryOf(row)));
    files.attach({ folderId: this.folderId, directoryId, name }, stamp, id);
    search.refresh([id]);
  }

  #manner(index: number): Manner {
    const direction = (dim: number) =>
      normalise(Float32Array.from({ length: dim }, () => this.#random() ** 2));
    return {
      style: direction(STYLE_DIM),
      subject: direction(SUBJECT_DIM),
      hue: (index * 360) / MANNERS,
      traits: TRAIT_IDS.map(() => 0.2 + 0.6 * this.#random()),
    };
  }

  /** A unit vector about as far from the direction as works of one manner lie from its middle. */
  #near(direction: Float32Array, looseness: number): Float32Array {
    const spread = (looseness * 2) / Math.sqrt(direction.length * 12);
    return normalise(direction.map((value) => value + spread * (this.#random() - 0.5) * 6));
  }

  #reading(row: number, manner: Manner) {
    const palette = this.#palette(manner.hue);
    const traits = Object.fromEntries(
      TRAIT_IDS.map((id, t) => [id, manner.traits[t]! + 0.3 * (this.#random() - 0.5)]),
    ) as Traits;
    const aspect = [1.5, 0.75, 1, 1.33, 0.66, 1.78][Math.floor(this.#random() * 6)]!;
    return {
      width: Math.round(3000 * Math.sqrt(aspect)),
      height: Math.round(3000 / Math.sqrt(aspect)),
      metadata: {
        format: 'jpeg',
        bytes: 700,
        takenAt: this.#date(row),
        camera: null,
        lens: null,
        title: null,
        author: null,
        description: null,
        keywords: KEYWORDS.filter(() => this.#random() < 0.2),
        colourSpace: 'sRGB',
      },
      analysis: analysisOf(palette, traits, row),
      paletteVector: paletteVector(
        Float32Array.from(palette.flatMap(({ lab }) => lab)),
        palette.map(({ share }) => share),
      ),
      perceptualHash: this.#perceptual(),
    };
  }

  /** Each manner has its years, so that there are turns to be found. */
  #date(row: number): string {
    const middle = ((row % MANNERS) / MANNERS) * YEARS;
    const at = (middle + 6 * (this.#random() - 0.5) + YEARS) % YEARS;
    const year = FIRST_YEAR + Math.floor(at);
    const day = 1 + Math.floor(this.#random() * 365);
    return new Date(Date.UTC(year, 0, day, 12, row % 60)).toISOString();
  }

  #palette(hue: number): Swatch[] {
    const shares = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04];
    return shares.map((share, i) => {
      const [a, b] = directionOf(hue + 60 * (this.#random() - 0.5), 0.02 + 0.12 * this.#random());
      const lab: Swatch['lab'] = [0.15 + 0.75 * this.#random(), a, b];
      const hex = hexOf(oklabToSrgb(...lab));
      return { hex, lab, share, accent: i === 5, name: 'ochre' };
    });
  }

  #perceptual(): bigint {
    const half = () => BigInt(Math.floor(this.#random() * 2 ** 32));
    return (half() << 32n) | half();
  }
}

function directionOf(degrees: number, length: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [length * Math.cos(angle), length * Math.sin(angle)];
}

function analysisOf(palette: Swatch[], traits: Traits, row: number): WorkAnalysis {
  return {
    palette,
    harmony: { scheme: 'analogous', fit: 0.7, hue: 30 },
    values: { notan: [0.35, 0.7], shares: [0.3, 0.4, 0.3], key: 'middle' },
    composition: {
      weightCentre: { x: 0.5, y: 0.5 },
      symmetryAxis: { x: 0.5, score: 0.4 },
      horizon: null,
      thirds: 0.4,
      golden: 0.4,
      saliency: {
        width: 32,
        height: 24,
        cells: Array.from({ length: 32 * 24 }, (_, i) => (i * 7 + row) % 256),
      },
    },
    texture: { edgeDensity: 0.2, orientations: Array<number>(8).fill(0.125), detailScale: 0.1 },
    traits,
  };
}
