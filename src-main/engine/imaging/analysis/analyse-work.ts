import type { Harmony, Texture, Traits, WorkAnalysis } from '../../../contract';
import { oklabPlanes } from '../../kernel/oklab-planes';
import { paletteVector } from '../../kernel/palette-vector';
import { perceptualHash } from '../../kernel/perceptual-hash';
import type { RgbImage } from '../../kernel/rgb-image';
import { colourCharacter, type ColourCharacter } from './colour-character';
import { colourfulness } from './colourfulness';
import { colourHistogram } from './colour-histogram';
import { readComposition, type CompositionReading } from './composition';
import { detailScale } from './detail-scale';
import { readEdges } from './edges';
import { readHarmony } from './harmony';
import { readPalette } from './palette';
import { offCentre } from './placement';
import { readValues, type ValueReading } from './values';

export interface WorkMeasurements {
  analysis: WorkAnalysis;
  /** Non-negative, of length 1. */
  paletteVector: Float32Array;
  /** 64 bits. */
  perceptualHash: bigint;
}

/**
 * Measures everything about one work from its pixels: one conversion to OKLab and one colour histogram serve all parts.
 *
 * @param image longer side 256 px, which the numbers that depend on size (edges) are tuned for; any size from 1 x 1 up
 *   gives finite values within the ranges the contract documents
 */
export function analyseWork(image: RgbImage): WorkMeasurements {
  const planes = oklabPlanes(image);
  const lightness = { width: image.width, height: image.height, data: planes.l };
  const histogram = colourHistogram(planes);
  const { dominance, ...edges } = readEdges(lightness);
  const parts: Parts = {
    colour: colourCharacter(histogram),
    colourfulness: colourfulness(image),
    harmony: readHarmony(histogram),
    light: readValues(planes.l),
    layout: readComposition(planes),
    texture: { ...edges, detailScale: detailScale(lightness) },
    dominance,
  };
  return {
    analysis: {
      palette: readPalette(histogram),
      harmony: parts.harmony,
      values: parts.light.values,
      composition: parts.layout.composition,
      texture: parts.texture,
      traits: traitsOf(parts),
    },
    paletteVector: paletteVector(histogram.colours, histogram.shares),
    perceptualHash: perceptualHash(image),
  };
}

interface Parts {
  colour: ColourCharacter;
  colourfulness: number;
  harmony: Harmony;
  light: ValueReading;
  layout: CompositionReading;
  texture: Texture;
  dominance: number;
}

/** In the order of TRAIT_IDS. */
function traitsOf({ colour, light, layout, texture, ...rest }: Parts): Traits {
  const { composition, focus } = layout;
  return {
    lightness: light.lightness,
    contrast: light.contrast,
    saturation: colour.saturation,
    colourfulness: rest.colourfulness,
    temperature: colour.temperature,
    hueSpread: colour.hueSpread,
    harmony: rest.harmony.fit,
    balance: offCentre(composition.weightCentre),
    symmetry: composition.symmetryAxis.score,
    thirds: composition.thirds,
    focus,
    edgeDensity: texture.edgeDensity,
    orientation: rest.dominance,
    detailScale: texture.detailScale,
  };
}
