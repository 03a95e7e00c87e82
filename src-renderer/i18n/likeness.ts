import { AXES, type Axis, type AxisWeights, type SimilarHit } from '../../src-main/contract';
import { axisName } from './axes';
import { formatPercent } from './format';
import { m } from './messages/messages';
import { traitTendency } from './traits';

const MIDDLE = 50;

/** One measured reason why a work is shown as alike: 'Both darker than 88 % of the works'. */
export function likenessReason({ sharedTrait, axes }: SimilarHit): string {
  if (!sharedTrait) return m.outside_nearest_in({ axis: axisName(nearestAxis(axes)) });
  const { id, percentile } = sharedTrait;
  return m.axes_both({
    tendency: traitTendency(id, percentile - MIDDLE),
    share: formatPercent(Math.max(percentile, 100 - percentile) / 100),
  });
}

function nearestAxis(axes: AxisWeights): Axis {
  return AXES.reduce((best, axis) => (axes[axis] > axes[best] ? axis : best));
}
