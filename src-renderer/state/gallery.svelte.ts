import type { ArtworkId, Facets, GalleryIndex, GalleryQuery } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { positionTable } from '../lib/position-table';
import { Resource } from './resource.svelte';
import { selection } from './selection.svelte';

export type Filters = Omit<GalleryQuery, 'sort' | 'descending'>;
export type SortKey = GalleryQuery['sort'];

const TYPING_PAUSE_MS = 120;
/** A description is worth asking about once it is written. */
const DESCRIBING_PAUSE_MS = 400;
const CHANGES_PAUSE_MS = 700;
/** While works stream in, a large library is asked for less often: answering takes at most a tenth of the time. */
const PAUSE_PER_ANSWER = 10;
const EMPTY: GalleryIndex = {
  ids: new Uint32Array(),
  aspects: new Float32Array(),
  days: new Int32Array(),
};

/** What the gallery shows: the question, and all works that answer it as typed arrays. */
class GalleryState {
  readonly answer = new Resource<GalleryIndex>();
  readonly facets = new Resource<Facets>();
  /** Where the user had scrolled to, kept while other views are shown. */
  scrollOffset = 0;
  #filters = $state.raw<Filters>({});
  #sort = $state<SortKey>('date');
  #descending = $state(true);
  #positions = $derived.by(() => positionTable(this.index.ids));
  #question = $state(0);
  #changesPauseMs = CHANGES_PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Infinity;

  get index(): GalleryIndex {
    return this.answer.value ?? EMPTY;
  }
  get filters(): Filters {
    return this.#filters;
  }
  get sort(): SortKey {
    return this.#sort;
  }
  get descending(): boolean {
    return this.#descending;
  }
  get isFiltered(): boolean {
    return Object.keys(this.#filters).length > 0;
  }

  /** Ordered by likeness to a description, whatever the sort. */
  get isDescribed(): boolean {
    return this.#filters.description !== undefined;
  }

  /** Counts the user's questions; a new one is shown from its beginning. */
  get question(): number {
    return this.#question;
  }

  /** Place of a work in the present order, or -1. */
  positionOf(id: ArtworkId): number {
    return this.#positions(id);
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.refresh();
    const stops = [
      on('catalogue.changed', ({ ids }) => {
        cards.refresh(ids);
        this.#refreshIn(this.#changesPauseMs);
      }),
      on('engine.state', ({ state }) => state === 'ready' && this.#refreshIn(0)),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Changes filters; `undefined` takes one away. */
  filter(change: { [K in keyof Filters]?: Filters[K] | undefined }): void {
    const merged = Object.entries({ ...this.#filters, ...change });
    this.#filters = Object.fromEntries(
      merged.filter(([, value]) => value !== undefined && value !== ''),
    );
    this.#ask(pauseAfter(change));
  }

  clearFilters(): void {
    this.#filters = {};
    this.#ask(0);
  }

  sortBy(sort: SortKey, descending: boolean): void {
    this.#sort = sort;
    this.#descending = descending;
    this.#ask(0);
  }

  async refresh(): Promise<void> {
    const startedAt = performance.now();
    const isAll = !this.isFiltered;
    const query = { ...this.#filters, sort: this.#sort, descending: this.#descending };
    await Promise.all([
      this.answer.load(async () => {
        const index = await engine.request('gallery.query', query);
        if (isAll) keepSelectedOf(index.ids);
        return index;
      }),
      this.facets.load(() => engine.request('gallery.facets', undefined)),
    ]);
    this.#changesPauseMs = Math.max(
      CHANGES_PAUSE_MS,
      (performance.now() - startedAt) * PAUSE_PER_ANSWER,
    );
  }

  #ask(ms: number): void {
    this.#question++;
    this.scrollOffset = 0;
    this.#refreshIn(ms);
  }

  /** Many changes in a row are answered by one question; an earlier date wins over a later one. */
  #refreshIn(ms: number): void {
    const dueAt = performance.now() + ms;
    if (dueAt >= this.#dueAt && ms >= CHANGES_PAUSE_MS) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.#dueAt = Infinity;
      void this.refresh();
    }, ms);
  }
}

function pauseAfter(change: object): number {
  if ('description' in change) return DESCRIBING_PAUSE_MS;
  return 'text' in change ? TYPING_PAUSE_MS : 0;
}

/** Works that have left the library leave the selection too. */
function keepSelectedOf(ids: Uint32Array): void {
  if (selection.size === 0 && selection.focus === null) return;
  const positionOf = positionTable(ids);
  selection.keep((id) => positionOf(id) >= 0);
}

export const gallery = new GalleryState();
