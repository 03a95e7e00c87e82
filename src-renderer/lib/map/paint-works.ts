import { toScreen, type Camera } from './camera';
import type { Pictures } from './pictures';
import { sizeOf } from './work-size';

export interface WorksToPaint {
  readonly positions: Float32Array;
  readonly aspects: Float32Array;
  /** 0xrrggbb of the leading colour: what a work shows until its picture is there. */
  readonly colours: Uint32Array;
}

export interface PaintOptions {
  readonly camera: Camera;
  readonly screen: { width: number; height: number };
  /** Longer side of a work on the screen, px. */
  readonly side: number;
  /** 0..1: how far pictures have taken the place of dots. */
  readonly opacity: number;
  readonly accent: string;
  /** What the works lie on; works that step back are veiled with it. */
  readonly ground: string;
  /** Colour of the mark under a picture, `#rrggbb` or so; undefined for none. */
  readonly markOf: (at: number) => string | undefined;
  /** -1 where none. */
  readonly hovered: number;
  readonly isChosen: (at: number) => boolean;
  readonly othersFade: boolean;
  readonly addressOf: (at: number) => string | undefined;
  readonly now: number;
}

const APPEARS_IN_MS = 120;
const VEIL = 0.76;
const LIFT = 1.06;

/**
 * Paints the works in view in their own proportion: their leading colour until their picture has come, then the
 * picture. Chosen ones are framed and the others may step back; the hovered one lies on top.
 *
 * @param inView places in the arrays
 * @returns whether a picture is still appearing, so that another frame is due
 */
export function paintWorks(
  context: CanvasRenderingContext2D,
  works: WorksToPaint,
  inView: readonly number[],
  pictures: Pictures,
  options: PaintOptions,
): boolean {
  const ratio = devicePixelRatio;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, options.screen.width, options.screen.height);
  pictures.begin();
  let appearing = false;
  const order = [...inView].sort(
    (one, other) => rank(one, options) - rank(other, options) || one - other,
  );
  for (const at of order) if (paintWork(context, works, at, pictures, options)) appearing = true;
  pictures.end();
  context.globalAlpha = 1;
  return appearing;
}

function rank(at: number, { hovered, isChosen }: PaintOptions): number {
  return at === hovered ? 2 : Number(isChosen(at));
}

function paintWork(
  context: CanvasRenderingContext2D,
  { positions, aspects, colours }: WorksToPaint,
  at: number,
  pictures: Pictures,
  options: PaintOptions,
): boolean {
  const { camera, screen, accent, ground, hovered, othersFade, now, opacity } = options;
  const isChosen = options.isChosen(at);
  const side = at === hovered ? options.side * LIFT : options.side;
  const { width, height } = sizeOf(side, aspects[at]!);
  const middle = toScreen(camera, { x: positions[2 * at]!, y: positions[2 * at + 1]! });
  const [x, y] = [middle.x - width / 2, middle.y - height / 2];
  const address = options.addressOf(at);
  const distance = Math.hypot(middle.x - screen.width / 2, middle.y - screen.height / 2);
  const picture = address && pictures.get(address, side * devicePixelRatio, distance);
  const shown = picture ? Math.min(1, (now - picture.since) / APPEARS_IN_MS) : 0;
  if (shown < 1) {
    context.globalAlpha = opacity;
    context.fillStyle = `#${colours[at]!.toString(16).padStart(6, '0')}`;
    context.fillRect(x, y, width, height);
  }
  if (picture) {
    context.globalAlpha = opacity * shown;
    context.drawImage(picture.bitmap, x, y, width, height);
  }
  const mark = options.markOf(at);
  if (mark) {
    context.globalAlpha = opacity;
    context.fillStyle = mark;
    context.fillRect(x, y + height + 1, width, Math.min(4, Math.max(1.5, side * 0.05)));
  }
  if (othersFade && !isChosen && at !== hovered) {
    context.globalAlpha = opacity * VEIL;
    context.fillStyle = ground;
    context.fillRect(x, y, width, height + 6);
  }
  if (isChosen || at === hovered) frame(context, { x, y, width, height }, isChosen ? accent : null);
  return picture !== undefined && picture !== '' && shown < 1;
}

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

function frame(
  context: CanvasRenderingContext2D,
  { x, y, width, height }: Rectangle,
  accent: string | null,
): void {
  context.globalAlpha = 1;
  context.lineWidth = accent ? 2 : 1;
  context.strokeStyle = accent ?? 'white';
  context.strokeRect(x - 1, y - 1, width + 2, height + 2);
}
