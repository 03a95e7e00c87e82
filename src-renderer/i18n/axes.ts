import type { Axis } from '../../src-main/contract';
import { m } from './messages/messages';

const names: Record<Axis, () => string> = {
  style: m.artwork_axis_style,
  subject: m.artwork_axis_subject,
  palette: m.artwork_axis_palette,
};

const ways: Record<Axis, () => string> = {
  style: m.axes_by_style,
  subject: m.axes_by_subject,
  palette: m.axes_by_palette,
};

const groupNotes: Record<Axis, () => string> = {
  style: m.portfolio_groups_note,
  subject: m.axes_groups_subject,
  palette: m.axes_groups_palette,
};

/** The name of an axis of similarity in the user's language. */
export function axisName(axis: Axis): string {
  return names[axis]();
}

/** 'by style', as a part of a sentence. */
export function byAxis(axis: Axis): string {
  return ways[axis]();
}

/** What the works of a group on an axis have in common. */
export function groupNote(axis: Axis): string {
  return groupNotes[axis]();
}
