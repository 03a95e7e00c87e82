import { MAX_IDS, type ArtworkId, type Axis, type StyleMap } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { m } from '../i18n';
import { toScreen, visibleBox } from '../lib/map/camera';
import type { ColourBy } from '../lib/map/dot-colours';
import { groupExtents } from '../lib/map/group-extents';
import { neighbour, type Direction } from '../lib/map/neighbour';
import { PlaneIndex } from '../lib/map/plane-index';
import { stretched } from '../lib/map/stretch';
import { positionTable } from '../lib/position-table';
import { gallery } from './gallery.svelte';
import { library } from './library.svelte';
import { LoadSoon } from './load-soon';
import { MapCamera } from './map-camera.svelte';
import { groupNames } from './map-group-names';
import { navigation } from './navigation.svelte';
import { preferences } from './preferences.svelte';
import { regroup } from './regroup';
import { Resource } from './resource.svelte';
import { selection } from './selection.svelte';

const CHANGES_PAUSE_MS = 1200;
/** Fewer make no map. */
export const FEWEST_ON_MAP = 3;

/** The style map: where all works lie, how they are coloured, and the tool in hand. */
class MapState {
  readonly answer = new Resource<StyleMap>();
  readonly camera = new MapCamera();
  #colourBy = $state<ColourBy>('group');
  #lassoes = $state(false);
  #byKey = $state(false);
  readonly #soon = new LoadSoon(() => this.load(), CHANGES_PAUSE_MS);

  readonly #map = $derived(this.answer.value);
  readonly index = $derived(new PlaneIndex(this.#map?.positions ?? new Float32Array()));
  readonly extents = $derived(
    this.#map ? groupExtents(this.#map.clusters, this.#map.positions) : new Map<number, never>(),
  );
  /** Words for each group on the map, largest group first. */
  readonly names = $derived.by(() => {
    // Groups by another axis are other groups.
    const groups = (this.#map?.axis === this.axis && this.#map.names) || [];
    const texts = groups.length > 1 ? groupNames(groups.map(({ traits }) => traits)) : [];
    return groups.map(({ cluster }, at) => ({ group: cluster, text: texts[at] ?? m.app_map() }));
  });
  readonly #placeOf = $derived(positionTable(this.#map?.ids ?? []));

  get colourBy(): ColourBy {
    return this.#colourBy;
  }
  /** What works that lie together are alike in. */
  get axis(): Axis {
    return preferences.current.groupAxis;
  }
  get lassoes(): boolean {
    return this.#lassoes;
  }
  /** Where the keyboard has come to, as a place in the arrays; -1 before it was used. */
  get keyPlace(): number {
    return this.#byKey && selection.focus !== null ? this.placeOf(selection.focus) : -1;
  }
  /** The task that lays the map out, while it runs. */
  get job() {
    return library.jobs.find(({ kind }) => kind === 'map');
  }

  /** Loads the map and keeps it up to date for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const stop = on('catalogue.changed', () => this.#soon.ask());
    return () => {
      stop();
      this.#soon.cancel();
      this.#lassoes = this.#byKey = false;
    };
  }

  /** Gathers the works by another axis; until it is laid out the map is not shown. */
  async gather(axis: Axis): Promise<void> {
    this.answer.set(null);
    await regroup(axis);
    await this.load();
  }

  async load(): Promise<void> {
    await this.answer.load(async () => {
      const laidOut = await engine.request('portfolio.map', undefined);
      return { ...laidOut, positions: stretched(laidOut.positions) };
    });
    const { bounds } = this.index;
    this.camera.look(bounds, this.#map?.ids.length ?? 0);
  }

  /** Place of a work in the map's arrays, or -1. */
  placeOf(id: ArtworkId): number {
    return this.#placeOf(id);
  }

  colour(by: ColourBy): void {
    this.#colourBy = by;
  }

  /** The pointer has taken over from the keyboard. */
  byHand(): void {
    this.#byKey = false;
  }

  toggleLasso(): void {
    this.#lassoes = !this.#lassoes;
  }

  putLassoDown(): void {
    this.#lassoes = false;
  }

  /** Chooses the works at these places of the arrays; with `adds` those chosen before stay. */
  choose(places: Iterable<number>, adds = false): void {
    const ids = this.#map?.ids;
    if (!ids) return;
    const chosen = Array.from(places, (at) => ids[at] ?? 0);
    selection.set(adds ? [...selection.ids, ...chosen] : chosen, chosen[0]);
  }

  /** Shows the chosen works in the gallery. */
  showChosen(): void {
    gallery.clearFilters();
    gallery.filter({ ids: [...selection.ids].slice(0, MAX_IDS) });
    navigation.go({ view: 'gallery' });
  }

  /** Chooses all works of a group. */
  chooseGroup(group: number): void {
    const clusters = this.#map?.clusters ?? new Uint8Array();
    this.choose([...clusters.keys()].filter((at) => clusters[at] === group));
  }

  chooseAll(): void {
    this.choose(this.#map?.ids.keys() ?? []);
  }

  /** All works of the group that the work at a place belongs to, nearest to it first. */
  groupOf(place: number): ArtworkId[] {
    const { clusters, ids, positions } = this.#map ?? {};
    if (!clusters || !ids || !positions) return [];
    const away = (at: number): number =>
      Math.hypot(
        (positions[2 * at] ?? 0) - (positions[2 * place] ?? 0),
        (positions[2 * at + 1] ?? 0) - (positions[2 * place + 1] ?? 0),
      );
    return [...clusters.keys()]
      .filter((at) => clusters[at] === clusters[place])
      .sort((one, other) => away(one) - away(other))
      .map((at) => ids[at] ?? 0);
  }

  /** Goes from work to work by key; begins with the one nearest to the middle of the screen. */
  goTo(direction: Direction): void {
    const { positions, ids } = this.#map ?? {};
    if (!positions || !ids) return;
    const here = this.keyPlace;
    const at = here < 0 ? this.#middleWork() : neighbour(positions, ids.keys(), here, direction);
    const id = ids[at];
    if (id === undefined) return;
    this.#byKey = true;
    selection.focusOn(id);
    const place = { x: positions[2 * at] ?? 0, y: positions[2 * at + 1] ?? 0 };
    this.camera.reveal(toScreen(this.camera.current, place));
  }

  #middleWork(): number {
    const { left, top, right, bottom } = visibleBox(this.camera.current, this.camera.screen);
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    return this.index.nearest(middle, Math.hypot(right - left, bottom - top) + 4);
  }
}

export const map = new MapState();
