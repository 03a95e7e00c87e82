import type {
  ArtworkId,
  Proposal,
  ReviewOrder,
  ReviewProgress,
  ReviewQueue,
  StyleStanding,
  Taught,
  Teacher,
} from '../../src-main/contract';
import { engine, on } from '../bridge';
import { cards } from './cards.svelte';
import { hands } from './hands.svelte';
import { importedStyles } from './imported-styles.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';
import { styles } from './styles.svelte';

/** Who proposes unless somebody else is named. */
const LABELS: Teacher = { kind: 'labels' };
const SHOWN = 24;
const CHANGES_PAUSE_MS = 600;

/** What was decided of one proposal; without a label it was skipped. */
interface Decision {
  readonly proposal: Proposal;
  readonly label: string | null;
}

/** Proposals for works without a label, one at a time: accepted, given another label, or skipped. */
class ReviewState {
  readonly answer = new Resource<ReviewQueue>();
  readonly standing = {
    labels: new Resource<StyleStanding>(),
    hands: new Resource<StyleStanding>(),
  };
  #teacher = $state.raw<Teacher>(LABELS);
  #progress = $state.raw<ReviewProgress | null>(null);
  #order = $state<ReviewOrder>('sure');
  #decisions = $state.raw<readonly Decision[]>([]);
  #current = $state.raw<Proposal | null>(null);
  #waiting = $state(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get teacher(): Teacher {
    return this.#teacher;
  }
  /** What is proposed: a style, or whose hand it is. */
  get teaches(): Taught {
    const teacher = this.#teacher;
    if (teacher.kind !== 'imported') return teacher.kind;
    return importedStyles.list.value?.find(({ id }) => id === teacher.id)?.teaches ?? 'labels';
  }
  /** Labels, or names of artists, that can be given instead. */
  get alternatives(): string[] {
    const known = this.teaches === 'hands' ? hands.names : styles.labels;
    return known.filter((label) => label !== this.#current?.label);
  }
  /** How many works were looked at while the first proposals are sought. */
  get progress(): ReviewProgress | null {
    return this.#progress;
  }
  get order(): ReviewOrder {
    return this.#order;
  }
  /** The work that is asked about now. */
  get current(): Proposal | null {
    return this.#current;
  }
  /** How many were decided since the application was opened. */
  get done(): number {
    return this.#decisions.length;
  }
  get labelled(): number {
    return this.#decisions.filter(({ label }) => label !== null).length;
  }
  /** Decided and waiting together. */
  get total(): number {
    return this.done + this.#waiting;
  }

  /** Loads, and follows the library for as long as it is shown. @returns the function that stops */
  open(teacher: Teacher = LABELS): () => void {
    if (JSON.stringify(teacher) !== JSON.stringify(this.#teacher)) this.#begin(teacher);
    void this.load();
    const stops = [
      on('catalogue.changed', () => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.load(), CHANGES_PAUSE_MS);
      }),
      on('review.progress', (progress) => (this.#progress = progress)),
    ];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    const decided = this.#decisions;
    const except = decided.map(({ proposal }) => proposal.id);
    const input = { teacher: this.#teacher, order: this.#order, limit: SHOWN, except };
    this.#progress = null;
    await this.answer.load(() => engine.request('review.proposals', input));
    const { value } = this.answer;
    // A decision made meanwhile asks again by itself.
    if (!value || decided !== this.#decisions) return;
    this.#waiting = value.waiting;
    this.#show(value.proposals);
  }

  async loadStanding(teaches: Taught): Promise<void> {
    await this.standing[teaches].load(() => engine.request('review.standing', { teaches }));
  }

  orderBy(order: ReviewOrder): void {
    this.#order = order;
    this.#current = null;
    void this.load();
  }

  /** Gives the work its proposed label, or the one named. */
  async accept(label = this.#current?.label): Promise<void> {
    const proposal = this.#current;
    if (!proposal || !label) return;
    const decision = this.#decide(proposal, label);
    const done = await notices.attempt(() =>
      engine.request('review.accept', { teacher: this.#teacher, id: proposal.id, label }),
    );
    cards.refresh([proposal.id]);
    // Refused, or a person has labelled it elsewhere: then nothing was decided here.
    if (!done?.kept) this.#decisions = this.#decisions.filter((other) => other !== decision);
    await this.load();
  }

  /** Leaves the work without a label; it is not asked about again while the application is open. */
  skip(): void {
    if (!this.#current) return;
    this.#decide(this.#current, null);
    void this.load();
  }

  /** Takes the last decision back and asks about its work again. */
  async undo(): Promise<void> {
    const last = this.#decisions.at(-1);
    if (!last) return;
    const teacher = this.#teacher;
    // At once, so that a second undo means the decision before.
    this.#decisions = this.#decisions.slice(0, -1);
    this.#waiting += 1;
    this.#current = last.proposal;
    const isBack = last.label === null || (await this.#takeBack(last.proposal.id, last.label));
    if (!isBack && teacher === this.#teacher) this.#decisions = [...this.#decisions, last];
    await this.load();
  }

  /** The works behind one cell of the confusion matrix. */
  async confused(teaches: Taught, truth: string, answer: string): Promise<ArtworkId[] | undefined> {
    return notices.attempt(() => engine.request('review.confused', { teaches, truth, answer }));
  }

  /** Another teacher asks about other works. */
  #begin(teacher: Teacher): void {
    this.#teacher = teacher;
    this.#decisions = [];
    this.#current = null;
    this.#waiting = 0;
    this.answer.set(null);
  }

  #takeBack(id: ArtworkId, label: string): Promise<boolean> {
    return this.teaches === 'hands' ? hands.name([id], null) : styles.label([id], label, false);
  }

  #decide(proposal: Proposal, label: string | null): Decision {
    const decision = { proposal, label };
    this.#decisions = [...this.#decisions, decision];
    this.#waiting = Math.max(0, this.#waiting - 1);
    const decided = new Set(this.#decisions.map((one) => one.proposal.id));
    const listed = this.answer.value?.proposals ?? [];
    this.#current = listed.find(({ id }) => !decided.has(id)) ?? null;
    return decision;
  }

  /** The work that is looked at stays, with what is thought of it now. */
  #show(proposals: readonly Proposal[]): void {
    const id = this.#current?.id;
    this.#current = proposals.find((one) => one.id === id) ?? proposals[0] ?? null;
    cards.need(proposals.flatMap((one) => [one.id, ...one.nearest.map((near) => near.id)]));
  }
}

export const review = new ReviewState();
