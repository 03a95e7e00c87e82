import { SvelteMap } from 'svelte/reactivity';
import {
  MOST_IMAGES,
  type ArtworkId,
  type Brief,
  type BriefId,
  type BriefPatch,
  type BriefPicture,
  type PictureId,
} from '../../src-main/contract';
import { engine, on, pathsOf } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** Changes to one brief that are sent, and kept or refused, together. */
interface Batch {
  patch: BriefPatch;
  readonly kept: Promise<boolean>;
}

/** What people are looking for. A change shows at once and is kept in the order in which it was made. */
class BriefsState {
  readonly list = new Resource<Brief[]>();
  readonly #pictures = new SvelteMap<PictureId, BriefPicture>();
  #asked = new Set<PictureId>();
  /** Not sent yet: a further change to the same brief joins it. */
  #waiting = new Map<BriefId, Batch>();
  /** Sent, but not confirmed yet. */
  #underWay: { readonly id: BriefId; readonly patch: BriefPatch } | null = null;
  #sending: Promise<unknown> = Promise.resolve();

  find(id: BriefId): Brief | undefined {
    return this.list.value?.find((brief) => brief.id === id);
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.refresh();
    return on('briefs.changed', () => void this.refresh());
  }

  async refresh(): Promise<void> {
    await this.list.load(async () => {
      const list = await engine.request('briefs.list', undefined);
      return list.map((brief) => this.#asChanged(brief));
    });
  }

  /** Asks again if the briefs could not be had. */
  async recover(): Promise<void> {
    if (this.list.error) await this.refresh();
  }

  async create(name: string): Promise<Brief | undefined> {
    const brief = await notices.attempt(() => engine.request('briefs.create', { name }));
    await this.refresh();
    return brief;
  }

  async rename(id: BriefId, name: string): Promise<void> {
    await notices.attempt(() => engine.request('briefs.rename', { id, name }));
    await this.refresh();
  }

  /** Deletes a brief; the notice offers to bring it back. */
  async remove({ id, name }: Brief): Promise<void> {
    const gone = await notices.attempt(async () => {
      await this.#sending;
      await engine.request('briefs.remove', { id });
      return true;
    });
    await this.refresh();
    const undo = (): void => void this.#restore(id);
    if (gone) notices.say({ kind: 'brief-removed', name, undo });
  }

  /** @returns whether it was kept */
  change(id: BriefId, patch: BriefPatch): Promise<boolean> {
    const before = this.list.value ?? [];
    this.list.set(before.map((it) => (it.id === id ? { ...it, ...defined(patch) } : it)));
    const waiting = this.#waiting.get(id);
    if (waiting) {
      waiting.patch = { ...waiting.patch, ...patch };
      return waiting.kept;
    }
    const kept = this.#sending.then(() => this.#send(id));
    this.#waiting.set(id, { patch, kept });
    this.#sending = kept;
    return kept;
  }

  /** Puts works on the moodboard. @returns whether there was room for all */
  async addWorks(id: BriefId, works: readonly ArtworkId[]): Promise<boolean> {
    const images = this.find(id)?.images ?? [];
    const known = new Set(images.map((image) => (image.kind === 'work' ? image.id : 0)));
    const added = works.filter((work) => !known.has(work));
    const room = MOST_IMAGES - images.length;
    if (added.length > room) notices.refused({ code: 'brief/too-many-images' });
    const more = added.slice(0, room).map((work) => ({ kind: 'work' as const, id: work }));
    if (more.length === 0) return false;
    return (await this.change(id, { images: [...images, ...more] })) && added.length <= room;
  }

  /** Measures pictures from outside and puts them on the moodboard. */
  async addPictures(id: BriefId, files: readonly File[]): Promise<void> {
    await this.#sending;
    for (const path of pathsOf(files))
      await notices.attempt(() => engine.request('briefs.addPicture', { id, path }));
    await this.refresh();
  }

  /** A picture that a brief keeps, once it is here. */
  picture(id: PictureId): BriefPicture | undefined {
    return this.#pictures.get(id);
  }

  needPicture(id: PictureId): void {
    if (this.#asked.has(id)) return;
    this.#asked.add(id);
    engine
      .request('briefs.picture', { picture: id })
      .then((picture) => this.#pictures.set(id, picture))
      // Its place stays empty; whoever shows it anew asks again.
      .catch(() => this.#asked.delete(id));
  }

  /** Resolves when every change has reached the engine. */
  async settled(): Promise<void> {
    await this.#sending;
  }

  async #send(id: BriefId): Promise<boolean> {
    const { patch = {} } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    this.#underWay = { id, patch };
    const kept = await notices.attempt(() => engine.request('briefs.change', { id, patch }));
    this.#underWay = null;
    if (!kept) await this.refresh();
    return kept !== undefined;
  }

  /** With what was changed here and is not confirmed yet. */
  #asChanged(brief: Brief): Brief {
    const underWay = this.#underWay?.id === brief.id ? this.#underWay.patch : undefined;
    return { ...brief, ...defined(underWay), ...defined(this.#waiting.get(brief.id)?.patch) };
  }

  async #restore(id: BriefId): Promise<void> {
    await notices.attempt(() => engine.request('briefs.restore', { id }));
    await this.refresh();
  }
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(patch: T | undefined): Defined<T> {
  const entries = Object.entries(patch ?? {}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<T>;
}

export const briefs = new BriefsState();
