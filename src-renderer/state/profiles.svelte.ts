import { ME, type Profile, type ProfileId, type ProfileList } from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { attention } from './attention.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

const names = new Intl.Collator(undefined, { numeric: true });

function byName(one: Profile, other: Profile): number {
  return Number(other.builtIn) - Number(one.builtIn) || names.compare(one.name, other.name);
}

/** Whose taste is learnt, and whether anything is noted at all. */
class ProfilesState {
  readonly list = new Resource<ProfileList>();

  readonly #followers = new Set<() => void>();
  /** Whose turn it was when the followers were last told. */
  #followed: ProfileId | undefined;

  readonly #sorted = $derived((this.list.value?.profiles ?? []).toSorted(byName));

  /** 'Me' first, the others by name: 'Visitor 2' before 'Visitor 10'. */
  get all(): readonly Profile[] {
    return this.#sorted;
  }
  get active(): Profile | undefined {
    return this.all.find(({ id }) => id === this.list.value?.active);
  }
  /** Nothing is noted while it is on. */
  get isPrivate(): boolean {
    return this.list.value?.isPrivate ?? false;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.refresh();
    return on('profiles.changed', () => void this.refresh());
  }

  async refresh(): Promise<void> {
    const list = await this.list.load(() => engine.request('profiles.list', undefined));
    if (!list || list.active === this.#followed) return;
    this.#followed = list.active;
    for (const follow of this.#followers) follow();
  }

  /** Calls whenever another profile has been given the word. @returns the function that stops */
  follow(onSwitch: () => void): () => void {
    this.#followers.add(onSwitch);
    return () => void this.#followers.delete(onSwitch);
  }

  /** Asks again if the profiles could not be had. */
  async recover(): Promise<void> {
    if (this.list.error) await this.refresh();
  }

  async choose(id: ProfileId): Promise<void> {
    if (id === this.list.value?.active) return;
    await attention.settle();
    await notices.attempt(() => engine.request('profiles.choose', { id }));
    await this.refresh();
  }

  async setPrivate(on: boolean): Promise<void> {
    await attention.settle();
    await notices.attempt(() => engine.request('signals.private', { on }));
    await this.refresh();
  }

  /** Makes a profile and gives it the word. @returns whether it was made */
  async create(name: string): Promise<boolean> {
    const profile = await notices.attempt(() => engine.request('profiles.create', { name }));
    if (profile) await this.choose(profile.id);
    return profile !== undefined;
  }

  async rename(id: ProfileId, name: string): Promise<void> {
    await notices.attempt(() => engine.request('profiles.rename', { id, name }));
    await this.refresh();
  }

  /** Removes a profile; the notice offers to bring it back. */
  async remove({ id, name }: Profile): Promise<void> {
    const wasActive = this.list.value?.active === id;
    await attention.settle();
    const gone = await notices.attempt(async () => {
      await engine.request('profiles.remove', { id });
      return true;
    });
    await this.refresh();
    const undo = (): void => void this.#bringBack(id, wasActive);
    if (gone) notices.say({ kind: 'profile-removed', name, undo });
  }

  async export({ id }: Profile): Promise<void> {
    const saved = await notices.attempt(async () => {
      const { name, content } = await engine.request('profiles.export', { id });
      const suggestedName = `${name.replaceAll(/[\\/:*?"<>|]/g, '-')}.oeuvre-profile`;
      return shell('shell.saveFile', { suggestedName, kind: 'oeuvre-profile', content });
    });
    if (saved) notices.say({ kind: 'saved', path: saved.path });
  }

  /** Asks for a file and makes a profile of it; the notice offers to take it back. */
  async import(): Promise<void> {
    const done = await notices.attempt(async () => {
      const path = await shell('shell.chooseFile', { kind: 'oeuvre-profile' });
      return path === null ? null : engine.request('profiles.import', { path });
    });
    await this.refresh();
    if (!done) return;
    const { profile, unmatched } = done;
    const undo = (): void => void this.#takeBack(profile.id);
    notices.say({ kind: 'profile-imported', name: profile.name, unmatched, undo });
  }

  async #bringBack(id: ProfileId, choose: boolean): Promise<void> {
    const back = await notices.attempt(async () => {
      await engine.request('profiles.restore', { id });
      return true;
    });
    await this.refresh();
    if (back && choose && this.list.value?.active === ME) await this.choose(id);
  }

  async #takeBack(id: ProfileId): Promise<void> {
    await notices.attempt(() => engine.request('profiles.remove', { id }));
    await this.refresh();
  }
}

export const profiles = new ProfilesState();
