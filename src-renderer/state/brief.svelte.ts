import type {
  ArtworkId,
  Brief,
  BriefAnswer,
  BriefId,
  BriefImage,
  BriefPatch,
  LimitName,
  ShellInput,
  Swap,
} from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { locale } from '../i18n';
import { boards } from './boards.svelte';
import { briefs } from './briefs.svelte';
import { attention } from './attention.svelte';
import { cards } from './cards.svelte';
import { gallery } from './gallery.svelte';
import { navigation } from './navigation.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

const CHANGES_PAUSE_MS = 800;
const TYPING_PAUSE_MS = 250;
const SWAPS_SHOWN = 8;

type ExportFile = ShellInput<'shell.saveFile'>;

/** The brief that is open: what it asks for, the works that answer it, and the set. */
class OpenBrief {
  readonly answer = new Resource<BriefAnswer>();
  readonly swaps = new Resource<Swap[]>();
  #id = $state<BriefId | null>(null);
  #swapping = $state<ArtworkId | null>(null);
  #exporting = $state(false);
  /** Something was changed that the engine has not been asked about yet. */
  #isDue = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly brief = $derived(this.#id === null ? undefined : briefs.find(this.#id));
  readonly set = $derived(this.answer.value?.set ?? []);
  /** Whether the brief asks for anything but limits; before that every work fits. */
  readonly asks = $derived(
    this.set.some(({ parts }) => Object.values(parts).some((part) => part !== null)),
  );
  readonly setIds = $derived(this.set.map(({ id }) => id));

  /** The work of the set for which others are proposed. */
  get swapping(): ArtworkId | null {
    return this.#swapping;
  }
  /** True while what is shown does not answer the brief as it is now. */
  get isBusy(): boolean {
    return this.#isDue || this.answer.loading;
  }
  /** True while something is being exported. */
  get exporting(): boolean {
    return this.#exporting;
  }

  /** Loads and follows the library for as long as it is shown. @returns the function that stops */
  open(id: BriefId): () => void {
    if (this.#id !== id) this.answer.set(null);
    this.#id = id;
    this.#swapping = null;
    void this.load();
    const stops = [
      on('catalogue.changed', () => this.#loadIn(CHANGES_PAUSE_MS)),
      on('style.learnt', () => this.#loadIn(CHANGES_PAUSE_MS)),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    this.#isDue = true;
    await briefs.settled();
    const answered = this.answer.load(() => engine.request('briefs.match', { id }));
    this.#isDue = false;
    await answered;
    cards.need(this.answer.value?.ranked.map((work) => work.id) ?? []);
    cards.need(this.setIds);
  }

  /** Changes the brief and asks anew; what was only held is chosen anew. */
  async change(patch: BriefPatch): Promise<void> {
    if (this.#id === null) return;
    this.#swapping = null;
    await briefs.change(this.#id, { held: [], ...patch });
    await this.load();
  }

  /** As `change`, for what is typed or dragged: asks when it rests. */
  changeSoon(patch: BriefPatch): void {
    if (this.#id === null) return;
    this.#swapping = null;
    this.#isDue = true;
    void briefs.change(this.#id, { held: [], ...patch });
    this.#loadIn(TYPING_PAUSE_MS);
  }

  async addPictures(files: readonly File[]): Promise<void> {
    if (this.#id === null || files.length === 0) return;
    await briefs.addPictures(this.#id, files);
    await this.load();
  }

  async addWorks(works: readonly ArtworkId[]): Promise<void> {
    if (this.#id === null) return;
    await briefs.addWorks(this.#id, works);
    await this.load();
  }

  async removeImage(image: BriefImage): Promise<void> {
    const images = this.brief?.images.filter((other) => other !== image) ?? [];
    await this.change({ images });
  }

  /** Keeps a work in the set, or lets it be chosen like any other. */
  async toggleLock(id: ArtworkId): Promise<void> {
    const locked = this.brief?.locked ?? [];
    const next = locked.includes(id) ? locked.filter((it) => it !== id) : [...locked, id];
    await this.change({ locked: next, ...this.#hold(this.setIds) });
  }

  /** Shows what could stand in a work's place, or puts that away. */
  async toggleSwaps(id: ArtworkId): Promise<void> {
    this.#swapping = this.#swapping === id ? null : id;
    const brief = this.#id;
    if (this.#swapping === null || brief === null) return;
    this.swaps.set(null);
    const input = { id: brief, work: id, limit: SWAPS_SHOWN };
    await this.swaps.load(() => engine.request('briefs.swaps', input));
    cards.need(this.swaps.value?.map((swap) => swap.id) ?? []);
  }

  /** Puts another work in a work's place; it is settled there, and the other stays out. */
  async swap(out: ArtworkId, into: ArtworkId): Promise<void> {
    const { locked = [], refused = [] } = this.brief ?? {};
    await this.change({
      locked: [...locked.filter((id) => id !== out && id !== into), into],
      refused: [...refused.filter((id) => id !== into), out],
      ...this.#hold(this.setIds.map((id) => (id === out ? into : id))),
    });
  }

  /** Leaves a work out of the set: the next best takes its place. */
  async refuse(id: ArtworkId): Promise<void> {
    const { locked = [], refused = [] } = this.brief ?? {};
    await this.change({
      locked: locked.filter((it) => it !== id),
      refused: [...refused.filter((it) => it !== id), id],
      ...this.#hold(this.setIds.filter((it) => it !== id)),
    });
  }

  /** Takes a work of the ranking into the set for good. */
  async take(id: ArtworkId): Promise<void> {
    const { locked = [], refused = [], size = 0 } = this.brief ?? {};
    const next = [...locked.filter((it) => it !== id), id];
    await this.change({
      locked: next,
      refused: refused.filter((it) => it !== id),
      size: Math.max(size, next.length),
    });
  }

  /** Shows the works that break a limit in the gallery. */
  async showExcluded(limit: LimitName): Promise<void> {
    const id = this.#id;
    if (id === null) return;
    const ids = await notices.attempt(() => engine.request('briefs.excluded', { id, limit }));
    if (!ids) return;
    gallery.clearFilters();
    gallery.filter({ ids });
    navigation.push({ view: 'gallery' });
  }

  async saveAsBoard(): Promise<void> {
    const { brief, setIds } = this;
    if (!brief) return;
    const board = await boards.create(freeBoardName(brief), setIds);
    if (board) noteExport(setIds);
  }

  async saveCsv(): Promise<void> {
    await this.#export(async ({ id, name }) => {
      const { csv } = await engine.request('briefs.csv', { id });
      return { suggestedName: `${name}.csv`, kind: 'csv', content: csv };
    });
  }

  async saveSheet(): Promise<void> {
    await this.#export(async ({ id, name }) => {
      const { html } = await engine.request('briefs.sheet', { id, language: locale.current });
      return { suggestedName: `${name}.html`, kind: 'html', content: html };
    });
  }

  /** Copies the originals of the set into a folder that the user chooses. */
  async copyFiles(): Promise<void> {
    const { brief, setIds } = this;
    if (!brief || this.#exporting) return;
    this.#exporting = true;
    const done = await notices.attempt(async () => {
      await briefs.settled();
      const [folder] = await shell('shell.chooseFolders', undefined);
      if (!folder) return undefined;
      return { folder, ...(await engine.request('briefs.copyFiles', { id: brief.id, folder })) };
    });
    this.#exporting = false;
    if (!done) return;
    noteExport(setIds);
    notices.say({ kind: 'files-copied', ...done });
  }

  /** Prints the set, or saves it as PDF. */
  async print(): Promise<void> {
    await notices.attempt(() => shell('shell.print', undefined));
  }

  /** What is on the wall stays where it is while one work is changed by hand. */
  #hold(works: ArtworkId[]): Pick<BriefPatch, 'held' | 'order'> {
    return { held: works, order: works };
  }

  async #export(make: (brief: Brief) => Promise<ExportFile>): Promise<void> {
    const { brief, setIds } = this;
    if (!brief || this.#exporting) return;
    this.#exporting = true;
    const saved = await notices.attempt(async () => {
      await briefs.settled();
      return shell('shell.saveFile', await make(brief));
    });
    this.#exporting = false;
    if (!saved) return;
    noteExport(setIds);
    notices.say({ kind: 'saved', path: saved.path });
  }

  #loadIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), ms);
  }
}

/** @param set as it was when the export began: another brief may be open by the time it ends */
function noteExport(set: readonly ArtworkId[]): void {
  for (const id of set) attention.note({ kind: 'exported', id });
}

/** The brief's name, or with a number where a board has it already. */
function freeBoardName({ name }: Brief): string {
  const taken = new Set(boards.list.value?.map((board) => board.name.trim().toLowerCase()));
  let free = name;
  for (let n = 2; taken.has(free.trim().toLowerCase()); n++) free = `${name} (${n})`;
  return free;
}

export const openBrief = new OpenBrief();
