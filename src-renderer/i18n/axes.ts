import type { AxisWeights } from '../../src-main/contract';
import { m } from './messages/messages';

const names: Record<keyof AxisWeights, () => string> = {
  style: m.artwork_axis_style,
  subject: m.artwork_axis_subject,
  palette: m.artwork_axis_palette,
};

/** The name of an axis of similarity in the user's language. */
export function axisName(axis: keyof AxisWeights): string {
  return names[axis]();
}
