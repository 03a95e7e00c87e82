import { SALIENCY_SIDE, type Composition } from '../../../contract';
import type { OklabPlanes } from '../../kernel/oklab-planes';
import { findHorizon } from './horizon';
import { nearCrossings, focusOf, weightCentre } from './placement';
import { fitWithin, resample, type Plane } from './plane';
import { saliencyOf, withCentrePrior } from './saliency';
import { smallPicture } from './small-picture';
import { symmetryAxis } from './symmetry';

export interface CompositionReading {
  composition: Composition;
  /** 0 spread .. 1 one spot. */
  focus: number;
}

/** The minor part of the golden section, 1 - 1/phi. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** Where things lie in a picture and what they do to the eye. */
export function readComposition(planes: OklabPlanes): CompositionReading {
  const picture = smallPicture(planes);
  const contrast = saliencyOf(picture);
  const seen = withCentrePrior(contrast);
  return {
    composition: {
      // Without the prior for the middle, which would hide that a picture leans to one side.
      weightCentre: weightCentre(contrast),
      symmetryAxis: symmetryAxis(picture),
      horizon: findHorizon(picture),
      thirds: nearCrossings(seen, 1 / 3),
      golden: nearCrossings(seen, GOLDEN),
      saliency: cellsOf(seen, planes),
    },
    focus: focusOf(seen),
  };
}

function cellsOf(map: Plane, { width, height }: OklabPlanes): Composition['saliency'] {
  const [w, h] = fitWithin(width, height, SALIENCY_SIDE);
  const { data } = resample(map, w, h);
  return { width: w, height: h, cells: Array.from(data, (value) => Math.round(255 * value)) };
}
