import type { ArtworkId, LabelMeaning, UnderstoodLabel } from '../../contract';
import type { GivenLabel } from './examples';
import { labelReader, type Vocabulary } from './label-meaning';

/** What a person's labels, and the author that its file names, say of a work. */
export interface LabelledWork {
  id: ArtworkId;
  /** A movement of the model's, or a word that it doesn't know. */
  movement: string | null;
  artist: string | null;
  genre: string | null;
}

export interface LabelledWorks {
  works: LabelledWork[];
  /** Every label with what it was taken for, those of most works first. */
  labels: UnderstoodLabel[];
  /** Works with labels of two movements or more: what is right for them can't be said. */
  ambiguous: number;
}

/** Authors with two works each: with one hand alone there is nothing to tell apart. */
const FEWEST_AUTHORS = 2;
const FEWEST_WORKS = 2;

/**
 * Reads what is known of works from the labels that a person gave. A word that is no movement, genre or author stands
 * for a style outside the model's, unless the work has one of its movements as well. A work with two genres has none.
 *
 * @param authors whose hand made the works, where that is known
 */
export function labelledWorks(
  given: readonly GivenLabel[],
  authors: ReadonlyMap<ArtworkId, string>,
  heads: Pick<Vocabulary, 'movements' | 'genres'>,
): LabelledWorks {
  const meaningOf = labelReader({ ...heads, authors: new Set(authors.values()) });
  const understood = new Map<string, UnderstoodLabel>();
  const words = new Map<ArtworkId, UnderstoodLabel[]>();
  for (const { artworkId, label } of given) {
    const entry = understood.get(label) ?? { label, ...meaningOf(label), works: 0 };
    entry.works++;
    understood.set(label, entry);
    words.set(artworkId, [...(words.get(artworkId) ?? []), entry]);
  }
  const ids = [...new Set([...words.keys(), ...authors.keys()])].sort((a, b) => a - b);
  const read = ids.map((id) => readWork(id, words.get(id) ?? [], authors.get(id) ?? null));
  const works = withoutLoneHand(read).filter(
    ({ movement, artist, genre }) => movement !== null || artist !== null || genre !== null,
  );
  return {
    works,
    labels: [...understood.values()].sort((a, b) => b.works - a.works),
    ambiguous: [...words.values()].filter((labels) => namesIn(labels, 'movement').length > 1)
      .length,
  };
}

function readWork(
  id: ArtworkId,
  labels: readonly UnderstoodLabel[],
  author: string | null,
): LabelledWork {
  const movements = namesIn(labels, 'movement');
  const other = labels.find(({ kind }) => kind === 'other')?.label ?? null;
  const genres = namesIn(labels, 'genre');
  return {
    id,
    movement: movements.length === 0 ? other : only(movements),
    artist: namesIn(labels, 'artist')[0] ?? author,
    genre: only(genres),
  };
}

function namesIn(labels: readonly UnderstoodLabel[], kind: LabelMeaning['kind']): string[] {
  return [
    ...new Set(labels.flatMap((label) => (label.kind === kind ? [label.name ?? label.label] : []))),
  ];
}

function only(names: readonly string[]): string | null {
  return names.length === 1 ? (names[0] ?? null) : null;
}

function withoutLoneHand(works: readonly LabelledWork[]): LabelledWork[] {
  const counts = new Map<string, number>();
  for (const { artist } of works)
    if (artist !== null) counts.set(artist, (counts.get(artist) ?? 0) + 1);
  const hands = [...counts.values()].filter((count) => count >= FEWEST_WORKS).length;
  if (hands >= FEWEST_AUTHORS) return [...works];
  return works.map((work) => ({ ...work, artist: null }));
}
