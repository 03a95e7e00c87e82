import type { ArtworkId, Signal } from '../../../contract';
import { fitBradleyTerry, type BradleyTerry } from '../../kernel/bradley-terry';

/** The answers of a person about works, and what they say. */
export interface Chosen {
  /** All works that are asked about; their places are the items of `model`. */
  readonly works: readonly ArtworkId[];
  readonly placeOf: ReadonlyMap<ArtworkId, number>;
  /** Answers that decide. */
  readonly decided: number;
  /** Pairs that were shown, also those that could not be decided; see `pairKey`. */
  readonly asked: ReadonlySet<string>;
  readonly shown: Uint32Array;
  readonly model: BradleyTerry;
}

type ChoiceSignal = Pick<Signal, 'artworkId' | 'otherId' | 'value'>;

export function pairKey(a: ArtworkId, b: ArtworkId): string {
  return a < b ? `${a}/${b}` : `${b}/${a}`;
}

/**
 * Learns from choices among some works. An answer 'can't say' is no information about either work; it only keeps the pair
 * from being asked again.
 */
export function learnChoices(
  signals: readonly ChoiceSignal[],
  works: readonly ArtworkId[],
): Chosen {
  const placeOf = new Map(works.map((id, place) => [id, place]));
  const shown = new Uint32Array(works.length);
  const asked = new Set<string>();
  const choices = signals.flatMap(({ artworkId, otherId, value }) => {
    const winner = placeOf.get(artworkId);
    const loser = otherId === null ? undefined : placeOf.get(otherId);
    if (winner === undefined || loser === undefined) return [];
    asked.add(pairKey(artworkId, otherId!));
    if (value === 0) return [];
    shown[winner]!++;
    shown[loser]!++;
    return [{ winner, loser }];
  });
  const model = fitBradleyTerry(works.length, choices);
  return { works, placeOf, decided: choices.length, asked, shown, model };
}
