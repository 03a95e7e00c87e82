import {
  MOST_WITHOUT,
  type ArtworkId,
  type ProfileId,
  type SimilarHit,
  type SuggestionList,
} from '../../src-main/contract';
import { engine, on } from '../bridge';
import { attention } from './attention.svelte';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { preferences } from './preferences.svelte';
import { profiles } from './profiles.svelte';
import { PutAside } from './put-aside.svelte';
import { Resource } from './resource.svelte';

const SHOWN = 8;
const MORE_SHOWN = 12;
const SLIDER_PAUSE_MS = 120;
const CHANGES_PAUSE_MS = 600;
const UNDO_FOR_MS = 8000;

export type Reaction = 'like' | 'dismissed' | 'not-my-taste';
export interface LastReaction {
  readonly id: ArtworkId;
  readonly reaction: Reaction;
  /** Who reacted; undefined while the profiles are not known. */
  readonly profileId: ProfileId | undefined;
  readonly isPrivate: boolean;
}

/** Works worth a look: each with its reason, each answered by one key, the list following at once. */
class SuggestionsState {
  readonly answer = new Resource<SuggestionList>();
  readonly more = new Resource<SimilarHit[]>();
  /** Answered, but the engine's next list is not here yet. */
  #gone = $state.raw<ReadonlySet<ArtworkId>>(new Set());
  /** Answered in a private session, in which the engine keeps nothing: they stay away for as long as it lasts. */
  #unkept = $state.raw<readonly LastReaction[]>([]);
  #aside = new PutAside();
  #focus = $state<ArtworkId | null>(null);
  #place = $state(0);
  #moreOf = $state<ArtworkId | null>(null);
  #last = $state.raw<LastReaction | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #undoTimer: ReturnType<typeof setTimeout> | undefined;

  readonly list = $derived(
    (this.answer.value?.suggestions ?? []).filter(({ id }) => !this.#gone.has(id)),
  );

  /** Number of works the list is learnt from; 0 shows a cross-section. */
  get signals(): number {
    return this.answer.value?.signals ?? 0;
  }
  /** Number of other profiles whose choices count too. */
  get otherProfiles(): number {
    return this.answer.value?.others ?? 0;
  }
  /** The suggestion that keys act on. */
  get focus(): ArtworkId | null {
    if (this.list.some(({ id }) => id === this.#focus)) return this.#focus;
    // Where an answered one has left, the eye rests on what has moved into its place.
    return this.list[Math.min(this.#place, this.list.length - 1)]?.id ?? null;
  }
  /** Whether works stay away only for what was said of them in the private session. */
  get hasUnkept(): boolean {
    return this.#unkeptWorks().length > 0;
  }
  /** How many lists were put aside for others and can be gone back to. */
  get listsBefore(): number {
    return this.#aside.count(profiles.active?.id);
  }
  /** The suggestion below which works like it are shown. */
  get moreOf(): ArtworkId | null {
    return this.#moreOf;
  }
  /** What can be undone: not what another profile said, nor what a private session kept or did not keep. */
  get last(): LastReaction | null {
    const last = this.#last;
    const isHere =
      last?.profileId === profiles.active?.id && last?.isPrivate === profiles.isPrivate;
    return isHere ? last : null;
  }

  /** Loads and follows what is learnt for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const stops = [
      on('suggestions.changed', () => this.#loadIn(0)),
      on('catalogue.changed', () => this.#loadIn(CHANGES_PAUSE_MS)),
      // What is shown was found for somebody else: neither it nor its reasons are this profile's.
      profiles.follow(() => this.#showNobodys()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
      this.#forget();
    };
  }

  async load(): Promise<void> {
    if (!profiles.isPrivate) this.#unkept = [];
    const without = [...this.#unkeptWorks(), ...this.#aside.works(profiles.active?.id)];
    const input = {
      limit: SHOWN,
      surprise: preferences.current.surprise,
      without: without.slice(-MOST_WITHOUT),
    };
    const answered = this.#gone;
    await this.answer.load(() => engine.request('suggestions.list', input));
    const listed = new Set(this.answer.value?.suggestions.map(({ id }) => id));
    // What was answered before the question was asked is known to the engine by now, or was named in the question.
    this.#gone = new Set([...this.#gone].filter((id) => listed.has(id) && !answered.has(id)));
  }

  /** 0 familiar .. 1 surprising. */
  surprise(value: number): void {
    preferences.set({ surprise: value });
    this.#loadIn(SLIDER_PAUSE_MS);
  }

  /** Puts the list aside: other works are shown, and none of those that were put aside. */
  async others(): Promise<void> {
    if (this.list.length === 0 || this.answer.loading) return;
    this.#aside.put(
      profiles.active?.id,
      this.list.map(({ id }) => id),
    );
    await this.#showFromTop();
  }

  /** Goes back to the list before, less what was answered since. */
  async back(): Promise<void> {
    if (this.listsBefore === 0) return;
    this.#aside.takeBack(profiles.active?.id);
    await this.#showFromTop();
  }

  /** Brings everything that was put aside back. */
  async beginAgain(): Promise<void> {
    this.#aside.clear(profiles.active?.id);
    await this.#showFromTop();
  }

  focusOn(id: ArtworkId): void {
    this.#focus = id;
  }

  /** Moves to the next or the previous suggestion. */
  step(by: 1 | -1): void {
    const at = this.list.findIndex(({ id }) => id === this.focus) + by;
    const next = this.list[Math.max(0, Math.min(this.list.length - 1, at))];
    if (next) this.#focus = next.id;
  }

  /** Answers a suggestion: it leaves, the rest closes up, and the next list knows of it. */
  async react(id: ArtworkId, reaction: Reaction): Promise<void> {
    this.#place = this.list.findIndex((suggestion) => suggestion.id === id);
    this.#gone = new Set([...this.#gone, id]);
    if (this.#moreOf === id) this.#moreOf = null;
    const profileId = profiles.active?.id;
    const said = { id, reaction, profileId, isPrivate: profiles.isPrivate };
    if (said.isPrivate) this.#unkept = [...this.#unkept, said];
    this.#remember(said);
    const done = await this.#send(id, reaction, profileId);
    if (!done) this.#bringBack(id);
  }

  /** Takes the last answer back. */
  async undo(): Promise<void> {
    const { last } = this;
    if (!last) return;
    this.#forget();
    if (!(await this.#send(last.id, 'none', last.profileId))) return;
    this.#bringBack(last.id);
    this.#focus = last.id;
    await this.load();
  }

  /** Shows works like a suggestion below it, or puts them away. */
  async toggleMore(id: ArtworkId): Promise<void> {
    this.#focus = id;
    this.#moreOf = this.#moreOf === id ? null : id;
    if (this.#moreOf === null) return;
    this.more.set(null);
    attention.note({ kind: 'more-like-this', id });
    const weights = { style: 1, subject: 0.3, palette: 0.3 };
    await this.more.load(() =>
      engine.request('artworks.similar', { id, weights, limit: MORE_SHOWN }),
    );
    cards.need(this.more.value?.map((hit) => hit.id) ?? []);
  }

  /** Whose reaction it is goes with it: a change of profile that is under way does not give it to another. */
  async #send(
    id: ArtworkId,
    reaction: Reaction | 'none',
    profileId: ProfileId | undefined,
  ): Promise<boolean> {
    const done = await notices.attempt(async () => {
      await engine.request('suggestions.react', { id, reaction, profileId });
      return true;
    });
    return done === true;
  }

  async #showFromTop(): Promise<void> {
    this.#moreOf = null;
    await this.load();
    this.#focus = this.list[0]?.id ?? null;
  }

  #unkeptWorks(): ArtworkId[] {
    if (!profiles.isPrivate) return [];
    const own = this.#unkept.filter(({ profileId }) => profileId === profiles.active?.id);
    return own.map(({ id }) => id);
  }

  #showNobodys(): void {
    this.answer.set(null);
    this.#gone = new Set();
    this.#moreOf = null;
    this.#loadIn(0);
  }

  #bringBack(id: ArtworkId): void {
    this.#unkept = this.#unkept.filter((said) => said.id !== id);
    this.#gone = new Set([...this.#gone].filter((other) => other !== id));
  }

  #remember(last: LastReaction): void {
    this.#last = last;
    clearTimeout(this.#undoTimer);
    this.#undoTimer = setTimeout(() => this.#forget(), UNDO_FOR_MS);
  }

  #forget(): void {
    clearTimeout(this.#undoTimer);
    this.#last = null;
  }

  #loadIn(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), ms);
  }
}

export const suggestions = new SuggestionsState();
