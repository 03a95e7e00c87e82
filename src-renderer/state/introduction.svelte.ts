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
  #profile = $state<ProfileId>();

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

  /** Whether the profile in use has answered some, and not all. */
  get isUnderWay(): boolean {
    return this.#isOfActive && this.done > 0 && this.current !== null;
  }

  /**
   * Goes on where it was left; another profile, or a finished round, begins anew. Follows the profile for as long as it is
   * shown. @returns the function that stops
   */
  open(): () => void {
    if (!this.#isOfActive || this.current === null) void this.begin();
    return profiles.follow(() => {
      if (!this.#isOfActive) void this.begin();
    });
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
    const { done: at } = this;
    const works = this.works.value;
    this.#answers = [...this.#answers, answer];
    if (answer === 'skipped' || (await this.#send(id, answer))) return;
    // It was not kept: asks about it again, and about what was answered since.
    if (works === this.works.value) this.#answers = this.#answers.slice(0, at);
  }

  /** Takes the last answer back and asks about its work again. */
  async undo(): Promise<void> {
    const last = this.#answers.at(-1);
    const works = this.works.value;
    const at = this.done - 1;
    const id = works?.[at];
    if (last === undefined || id === undefined) return;
    // At once, so that a second undo means the answer before.
    this.#answers = this.#answers.slice(0, at);
    if (last === 'skipped' || (await this.#send(id, 'none'))) return;
    if (works === this.works.value && this.done === at) this.#answers = [...this.#answers, last];
  }

  get #isOfActive(): boolean {
    return this.#profile === profiles.active?.id;
  }

  async #send(id: ArtworkId, reaction: 'like' | 'dismissed' | 'none'): Promise<boolean> {
    const done = await notices.attempt(async () => {
      await engine.request('suggestions.react', { id, reaction, profileId: this.#profile });
      return true;
    });
    return done === true;
  }
}

export const introduction = new IntroductionState();
