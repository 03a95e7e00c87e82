const STEPS = [48, 96, 192, 384] as const;
const MOST_BYTES = 96_000_000;
const PARALLEL = 6;

interface Kept {
  readonly bitmap: ImageBitmap;
  readonly step: number;
  /** When it was there first, for the moment in which it appears; performance.now(). */
  readonly since: number;
  readonly bytes: number;
  used: number;
}

interface Wanted {
  readonly address: string;
  readonly step: number;
  /** The nearer to the middle of the screen, the sooner. */
  readonly distance: number;
}

/**
 * Pictures of the works in view, no larger than they are shown: fetched a few at a time, the middle of the screen
 * first, and kept within a fixed amount of memory.
 */
export class Pictures {
  readonly #kept = new Map<string, Kept>();
  readonly #onready: () => void;
  #wanted: Wanted[] = [];
  #loading = new Set<string>();
  #bytes = 0;
  #clock = 0;
  #closed = false;

  /** @param onready called when another picture is there to be drawn */
  constructor(onready: () => void) {
    this.#onready = onready;
  }

  /** Begins a frame: what is asked for from here on is in view. */
  begin(): void {
    this.#clock++;
    this.#wanted = [];
  }

  /** The best picture at hand; a better one is on its way afterwards. @param px longer side in device px */
  get(address: string, px: number, distance: number): Kept | undefined {
    const step = STEPS.find((least) => least >= px) ?? STEPS[STEPS.length - 1]!;
    const kept = this.#kept.get(address);
    if (kept) kept.used = this.#clock;
    if ((kept?.step ?? 0) < step) this.#wanted.push({ address, step, distance });
    return kept;
  }

  /** Ends a frame: begins to fetch what was missing. */
  end(): void {
    this.#wanted.sort((one, other) => one.distance - other.distance);
    this.#next();
  }

  close(): void {
    this.#closed = true;
    this.#wanted = [];
    for (const { bitmap } of this.#kept.values()) bitmap.close();
    this.#kept.clear();
  }

  #next(): void {
    while (this.#loading.size < PARALLEL && this.#wanted.length > 0) {
      const wanted = this.#wanted.shift()!;
      if (!this.#loading.has(wanted.address)) void this.#load(wanted);
    }
  }

  async #load({ address, step }: Wanted): Promise<void> {
    this.#loading.add(address);
    const bitmap = await fetchBitmap(address, step).catch(() => undefined);
    this.#loading.delete(address);
    if (this.#closed) return bitmap?.close();
    if (bitmap) this.#keep(address, bitmap, step);
    this.#next();
  }

  #keep(address: string, bitmap: ImageBitmap, step: number): void {
    const before = this.#kept.get(address);
    const bytes = bitmap.width * bitmap.height * 4;
    const since = before?.since ?? performance.now();
    this.#kept.set(address, { bitmap, step, since, bytes, used: this.#clock });
    this.#bytes += bytes - (before?.bytes ?? 0);
    before?.bitmap.close();
    this.#letGo();
    this.#onready();
  }

  #letGo(): void {
    if (this.#bytes <= MOST_BYTES) return;
    const oldestFirst = [...this.#kept].sort(([, one], [, other]) => one.used - other.used);
    for (const [address, { bitmap, bytes, used }] of oldestFirst) {
      if (this.#bytes <= MOST_BYTES || used === this.#clock) return;
      this.#kept.delete(address);
      this.#bytes -= bytes;
      bitmap.close();
    }
  }
}

/** A picture at most `longSide` px on its longer side. @throws when it cannot be had */
async function fetchBitmap(address: string, longSide: number): Promise<ImageBitmap> {
  const response = await fetch(address);
  if (!response.ok)
    throw new Error(`Expected a picture at ${address} but received ${response.status}`);
  const whole = await createImageBitmap(await response.blob());
  const share = longSide / Math.max(whole.width, whole.height);
  if (share >= 1) return whole;
  const small = await createImageBitmap(whole, {
    resizeWidth: Math.max(1, Math.round(whole.width * share)),
    resizeHeight: Math.max(1, Math.round(whole.height * share)),
    resizeQuality: 'medium',
  });
  whole.close();
  return small;
}
