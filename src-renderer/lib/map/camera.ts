/** Where the plane is seen from: the screen place of its origin in px, and px per unit of the plane. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ZoomLimits {
  readonly least: number;
  readonly most: number;
}

/** From a place on the plane to px on the screen. */
export function toScreen(camera: Camera, { x, y }: Place): Place {
  return { x: camera.x + x * camera.scale, y: camera.y + y * camera.scale };
}

/** From px on the screen to a place on the plane. */
export function toPlane(camera: Camera, { x, y }: Place): Place {
  return { x: (x - camera.x) / camera.scale, y: (y - camera.y) / camera.scale };
}

/** The camera that shows a box as large as the screen allows, with `padding` px around it. */
export function fitCamera(
  box: Box,
  screen: { width: number; height: number },
  padding: { x: number; y: number },
): Camera {
  const room = {
    width: Math.max(1, screen.width - 2 * padding.x),
    height: Math.max(1, screen.height - 2 * padding.y),
  };
  const width = Math.max(1e-6, box.right - box.left);
  const height = Math.max(1e-6, box.bottom - box.top);
  const scale = Math.min(room.width / width, room.height / height);
  return {
    x: screen.width / 2 - ((box.left + box.right) / 2) * scale,
    y: screen.height / 2 - ((box.top + box.bottom) / 2) * scale,
    scale,
  };
}

/** Zooms so that what lies under `at` (px) stays there. */
export function zoomAt(camera: Camera, factor: number, at: Place, limits: ZoomLimits): Camera {
  const scale = Math.min(limits.most, Math.max(limits.least, camera.scale * factor));
  const ratio = scale / camera.scale;
  return { x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio, scale };
}

/** Moves by px, but never so far that nothing of the box is left on the screen. */
export function panBy(
  camera: Camera,
  by: Place,
  box: Box,
  screen: { width: number; height: number },
): Camera {
  const keep = 80;
  const { scale } = camera;
  const x = clamp(
    camera.x + by.x,
    keep - box.right * scale,
    screen.width - keep - box.left * scale,
  );
  const y = clamp(
    camera.y + by.y,
    keep - box.bottom * scale,
    screen.height - keep - box.top * scale,
  );
  return { x, y, scale };
}

/** Between two cameras, 0..1; the zoom changes evenly to the eye. */
export function between(from: Camera, to: Camera, share: number): Camera {
  if (share >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** share;
  // The place that both cameras agree on stays fixed while zooming; without zoom the way is straight.
  const way = to.scale === from.scale ? share : (scale - from.scale) / (to.scale - from.scale);
  return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
}

/** The part of the plane that the screen shows, `margin` px wider on every side. */
export function visibleBox(
  camera: Camera,
  screen: { width: number; height: number },
  margin = 0,
): Box {
  const from = toPlane(camera, { x: -margin, y: -margin });
  const to = toPlane(camera, { x: screen.width + margin, y: screen.height + margin });
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, Math.min(least, most)), Math.max(least, most));
}
