export interface Size {
  width: number;
  height: number;
}

/** The largest size of the given proportion within a room; never larger than `most` times its own pixels. */
export function fitWithin(own: Size, room: Size, most = 4): Size {
  const scale = Math.min(room.width / own.width, room.height / own.height, most);
  return {
    width: Math.max(1, Math.round(own.width * scale)),
    height: Math.max(1, Math.round(own.height * scale)),
  };
}
