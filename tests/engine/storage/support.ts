import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TRAIT_IDS, type Swatch, type Traits, type WorkAnalysis } from '../../../src-main/contract';
import { leadingHue } from '../../../src-main/engine/catalogue/record-of';
import { parseHex, srgbToOklab } from '../../../src-main/engine/kernel/oklab';
import { openCatalogue, type Catalogue } from '../../../src-main/engine/storage/catalogue';

export interface Library {
  readonly root: string;
  readonly catalogue: Catalogue;
  readonly folderId: number;
  close(): void;
}

/** A catalogue in a temporary folder with one added folder, `/library`, which need not exist. */
export function openLibrary(): Library {
  const root = mkdtempSync(path.join(tmpdir(), 'oeuvre-storage-'));
  const catalogue = openCatalogue(path.join(root, 'catalogue.db'));
  const folderId = catalogue.folders.add('/library');
  const close = () => {
    catalogue.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { root, catalogue, folderId, close };
}

export interface WorkFacts {
  date?: string;
  colour?: string;
  title?: string;
  description?: string;
  keywords?: string[];
  lightness?: number;
}

export function swatch(hex: string, share = 1): Swatch {
  return { hex, lab: srgbToOklab(...parseHex(hex)), share, accent: false, name: 'ochre' };
}

export function analysis(palette: Swatch[], lightness = 0.5): WorkAnalysis {
  const traits = Object.fromEntries(TRAIT_IDS.map((id) => [id, 0.25])) as Traits;
  return {
    palette,
    harmony: { scheme: 'neutral', fit: 1, hue: 0 },
    values: { notan: [0.3, 0.6], shares: [0.2, 0.3, 0.5], key: 'middle' },
    composition: {
      weightCentre: { x: 0.5, y: 0.5 },
      symmetryAxis: { x: 0.5, score: 0.5 },
      horizon: null,
      thirds: 0.2,
      golden: 0.2,
      saliency: { width: 1, height: 1, cells: [128] },
    },
    texture: {
      edgeDensity: 0.1,
      orientations: Array.from({ length: 8 }, () => 0.125),
      detailScale: 0.5,
    },
    traits: { ...traits, lightness },
  };
}

/** What `addWork` needs of a library. */
export type Shelf = Pick<Library, 'catalogue' | 'folderId'>;

/** Puts a work into the catalogue as if its file had been read. */
export function addWork(
  { catalogue, folderId }: Shelf,
  name: string,
  facts: WorkFacts = {},
): number {
  const {
    date = '2020-01-01T00:00:00Z',
    colour = '#808080',
    keywords = [],
    lightness = 0.5,
  } = facts;
  const hash = createHash('sha256').update(name).digest('hex');
  const palette = [swatch(colour)];
  return catalogue.database.transaction(() => {
    const id = catalogue.artworks.create({
      hash,
      fileName: name,
      width: 300,
      height: 200,
      date,
      hue: leadingHue(palette),
      lightness,
      metadata: {
        format: 'png',
        bytes: 100,
        takenAt: date,
        camera: null,
        lens: null,
        title: facts.title ?? null,
        author: null,
        description: facts.description ?? null,
        keywords,
        colourSpace: null,
      },
    });
    const place = {
      folderId,
      directoryId: catalogue.files.directoryId(folderId, '/library'),
      name,
    };
    catalogue.files.attach(place, { size: 100, mtimeNs: '1', inode: '1' }, id);
    const paletteVector = Float32Array.of(0.6, 0.8);
    catalogue.analyses.save(hash, {
      analysis: analysis(palette, lightness),
      paletteVector,
      perceptualHash: 5n,
    });
    catalogue.analyses.setSwatches(id, palette);
    catalogue.keywords.set(id, keywords);
    catalogue.search.refresh([id]);
    catalogue.meta.touch();
    return id;
  });
}
