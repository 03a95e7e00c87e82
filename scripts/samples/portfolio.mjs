import { retouched } from './lib/retouch.mjs';
import { scissors } from './styles/collage.mjs';
import { brightCurrents } from './styles/currents.mjs';
import { apart } from './styles/cyanotype.mjs';
import { intervals } from './styles/geometric.mjs';
import { mistStudies } from './styles/ink-wash.mjs';
import { fieldNotes } from './styles/line-drawing.mjs';
import { longExposure } from './styles/long-exposure.mjs';
import { facets } from './styles/low-poly.mjs';
import { hardPixels } from './styles/pixel-art.mjs';
import { proofs } from './styles/risograph.mjs';
import { undertow } from './styles/undertow.mjs';
import { wetDays } from './styles/watercolour.mjs';
import { nightBlocks } from './styles/woodcut.mjs';

/** @param {import('./lib/work.mjs').Series} series @param {import('./lib/work.mjs').Work} work */
const withWork = (series, work) => ({ ...series, works: [...series.works, work] });

const wetDaysWithExport = withWork(
  wetDays,
  retouched(wetDays, 1, {
    title: 'Headlands at Five, for the web',
    date: '2019-11-04',
    how: 'made smaller and encoded again',
    width: 1200,
    quality: 72,
  }),
);
const scissorsWithReprint = withWork(
  scissors,
  retouched(scissors, 3, {
    title: 'Five Birds, brighter',
    date: '2023-06-12',
    how: 'cropped by three hundredths on every side and brightened',
    crop: 0.03,
    brightness: 1.07,
    quality: 86,
  }),
);

/** Every generated series, by its first year. @type {import('./lib/work.mjs').Series[]} */
export const allSeries = [
  fieldNotes,
  mistStudies,
  undertow,
  nightBlocks,
  longExposure,
  facets,
  intervals,
  wetDaysWithExport,
  proofs,
  hardPixels,
  scissorsWithReprint,
  brightCurrents,
  apart,
];
