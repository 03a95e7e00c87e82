import type { ArtworkId, ProfileId } from '../../src-main/contract';
import { engine } from '../bridge';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { profiles } from './profiles.svelte';
import { Resource } from './resource.svelte';

export type Answer = 'like' | 'dismissed' | 'skipped';

/** The next works are read while one is looked at. */
const AHEAD = 3;

/** Some very different works to like or pass, so that the suggestions have something to begin with. */
class IntroductionState {
  readonly works = new Resource<ArtworkId[]>();
  #answers = $state.raw<readonly Answer[]>([]);
  #profile: ProfileId | undefined;

  /** Works answered so far. */
  get done(): number {
    return this.#answers.length;
  }
  get total(): number {
    return this.works.value?.length ?? 0;
  }
  /** The work that is asked about; null when all were. */
  get current(): ArtworkId | null {
    return this.works.value?.[this.done] ?? null;
  }
  get ahead(): readonly ArtworkId[] {
    return this.works.value?.slice(this.done + 1, this.done + 1 + AHEAD) ?? [];
  }
  get liked(): number {
    return this.#answers.filter((answer) => answer === 'like').length;
  }
  get passed(): number {
    return this.#answers.filter((answer) => answer === 'dismissed').length;
  }

  /** Goes on where it was left; another profile, or a finished round, begins anew. */
  async open(): Promise<void> {
    const isUnderWay = this.#profile === profiles.active?.id && this.current !== null;
    if (!isUnderWay) await this.begin();
  }

  /** Asks for works that the profile has no opinion of. */
  async begin(): Promise<void> {
    this.#profile = profiles.active?.id;
    this.#answers = [];
    this.works.set(null);
    await this.works.load(async () => (await engine.request('taste.introduction', {})).works);
    cards.need(this.works.value ?? []);
  }

  /** Answers the work that is asked about, and goes on to the next at once. */
  async answer(answer: Answer): Promise<void> {
    const id = this.current;
    if (id === null) return;
    const before = this.#answers;
    this.#answers = [...before, answer];
    if (answer === 'skipped' || (await this.#send(id, answer))) return;
    this.#answers = before;
  }

  /** Takes the last answer back and asks about its work again. */
  async undo(): Promise<void> {
    const last = this.#answers.at(-1);
    const id = this.works.value?.[this.done - 1];
    if (last === undefined || id === undefined) return;
    if (last !== 'skipped' && !(await this.#send(id, 'none'))) return;
    this.#answers = this.#answers.slice(0, -1);
  }

  async #send(id: ArtworkId, reaction: 'like' | 'dismissed' | 'none'): Promise<boolean> {
    const done = await notices.attempt(async () => {
      await engine.request('suggestions.react', { id, reaction });
      return true;
    });
    return done === true;
  }
}

export const introduction = new IntroductionState();
