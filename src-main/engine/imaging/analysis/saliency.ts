import { selectInPlace } from '../../kernel/select';
import { BoxMean } from './box-mean';
import type { SmallPicture } from './small-picture';
import type { Plane } from './plane';

/** Radii of centre and surround as shares of the longer side; three sizes of things that can stand out. */
const SIZES = [
  { centre: 0.012, surround: 0.08 },
  { centre: 0.03, surround: 0.16 },
  { centre: 0.07, surround: 0.3 },
];
/** Width of the prior for the middle, in half sides, and how much of saliency it can take away at the corners. */
const PRIOR_WIDTH = 0.8;
const PRIOR_STRENGTH = 0.5;
const SHARPNESS = 1.5;
/** The brightest share of the map that is allowed to saturate, so that one speck doesn't darken all the rest. */
const SATURATED = 0.01;
/** Less contrast than this in the whole picture is none. */
const FLAT = 0.004;

/**
 * What stands out, 0..1 a pixel: the mean of two views, each scaled to its own maximum. Globally, distance of the
 * slightly blurred colour from the picture's mean colour (Achanta, Hemami, Estrada & Süsstrunk, Frequency-tuned
 * salient region detection, CVPR 2009, section 3.2). Locally, difference of centre and surround at three sizes
 * (Itti, Koch & Niebur, A model of saliency-based visual attention, 1998). Both in OKLab with a and b doubled.
 * Raised to a power, so that the strongest places carry the map. All 0 where the picture is flat.
 */
export function saliencyOf(picture: SmallPicture): Plane {
  const { width, height } = picture.l;
  const boxes = [picture.l, picture.a, picture.b].map((plane) => new BoxMean(plane));
  const global = scaled(globalContrast(boxes, width, height));
  const local = scaled(localContrast(boxes, width, height));
  const data = global.map((value, i) => ((value + local[i]!) / 2) ** SHARPNESS);
  return { width, height, data: scaled(data) };
}

/**
 * The prior that viewers look at the middle first (Judd, Ehinger, Durand & Torralba, Learning to predict where humans
 * look, ICCV 2009, section 3.2), laid over a saliency map.
 */
export function withCentrePrior({ width, height, data }: Plane): Plane {
  const across = gaussian(width);
  const down = gaussian(height);
  const weighed = data.map((value, i) => {
    const prior = across[i % width]! * down[Math.floor(i / width)]!;
    return value * (1 - PRIOR_STRENGTH + PRIOR_STRENGTH * prior);
  });
  return { width, height, data: scaled(weighed) };
}

function gaussian(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => {
    const offset = (2 * (i + 0.5)) / length - 1;
    return Math.exp(-(offset ** 2) / (2 * PRIOR_WIDTH ** 2));
  });
}

type Boxes = readonly BoxMean[];

function globalContrast(boxes: Boxes, width: number, height: number): Float32Array {
  const data = new Float32Array(width * height);
  const [l, a, b] = boxes.map((box) => box.box(0, 0, width, height)) as [number, number, number];
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      data[i] = span(
        boxes[0]!.around(x, y, 1) - l,
        boxes[1]!.around(x, y, 1) - a,
        boxes[2]!.around(x, y, 1) - b,
      );
  return data;
}

function localContrast(boxes: Boxes, width: number, height: number): Float32Array {
  const data = new Float32Array(width * height);
  const longer = Math.max(width, height);
  for (const size of SIZES) {
    const centre = Math.round(size.centre * longer);
    const surround = Math.max(centre + 1, Math.round(size.surround * longer));
    for (let y = 0, i = 0; y < height; y++)
      for (let x = 0; x < width; x++, i++)
        data[i]! += span(
          boxes[0]!.around(x, y, centre) - boxes[0]!.around(x, y, surround),
          boxes[1]!.around(x, y, centre) - boxes[1]!.around(x, y, surround),
          boxes[2]!.around(x, y, centre) - boxes[2]!.around(x, y, surround),
        );
  }
  return data;
}

function span(l: number, a: number, b: number): number {
  return Math.sqrt(l * l + 4 * (a * a + b * b));
}

/** Stretches in place to 0..1, the strongest hundredth to 1; what is flat becomes all 0. */
function scaled(data: Float32Array): Float32Array {
  let low = Infinity;
  for (let i = 0; i < data.length; i++) if (data[i]! < low) low = data[i]!;
  const range = selectInPlace(data.slice(), Math.floor((1 - SATURATED) * (data.length - 1))) - low;
  for (let i = 0; i < data.length; i++)
    data[i] = range > FLAT ? Math.min(1, (data[i]! - low) / range) : 0;
  return data;
}
