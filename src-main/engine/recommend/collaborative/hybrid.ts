import { fitAls, type AlsOptions } from './als';
import { blendOf } from './blend';
import { fitEase, fitEaseOfMet, type EaseOptions } from './ease';
import type { Signals } from './interactions';
import { fitItemKnn, type ItemKnnOptions } from './item-knn';
import { fitPopularity } from './popularity';
import { fitRandomWalk, type RandomWalkOptions } from './random-walk';
import { fitRarity } from './rarity';
import type { Scorer } from './scorer';

export interface HybridOptions {
  ease: EaseOptions;
  /** EASE from all that was met towards what is liked; not used where nothing but liked items was met. */
  easeOfMet: EaseOptions;
  als: AlsOptions;
  itemKnn: ItemKnnOptions;
  randomWalk: RandomWalkOptions;
}

export type HybridPart = keyof HybridOptions | 'rarity';
export type HybridWeights = Partial<Record<HybridPart, number>>;

/** Whether there is more to learn from than what is liked. */
export function meetsMore({ liked, met }: Signals): boolean {
  return met.columns.length > liked.columns.length;
}

/** The parts that these signals allow, each still to be fitted. */
export function hybridFits(
  signals: Signals,
  options: HybridOptions,
): Map<HybridPart, () => Scorer> {
  const { liked } = signals;
  const fits = new Map<HybridPart, () => Scorer>([
    ['ease', () => fitEase(liked, options.ease)],
    ['als', () => fitAls(liked, options.als)],
    ['itemKnn', () => fitItemKnn(liked, options.itemKnn)],
    ['randomWalk', () => fitRandomWalk(liked, options.randomWalk)],
    ['rarity', () => fitRarity(liked)],
  ]);
  if (meetsMore(signals)) fits.set('easeOfMet', () => fitEaseOfMet(signals, options.easeOfMet));
  return fits;
}

/** The blend of parts that are fitted; who has no history gets what is popular. */
export function hybridOf(
  parts: ReadonlyMap<HybridPart, Scorer>,
  weights: HybridWeights,
  { liked }: Signals,
): Scorer {
  const blend = blendOf(
    [...parts].map(([name, scorer]) => ({ scorer, weight: weights[name] ?? 0 })),
  );
  const popularity = fitPopularity(liked);
  return {
    score(history, out) {
      const { liked: chosen, met } = history;
      (chosen.length + met.length === 0 ? popularity : blend).score(history, out);
    },
  };
}

/** The blend of several models of co-occurrence that Oeuvre follows; its weights are learnt where they can be. */
export function fitHybrid(
  signals: Signals,
  options: HybridOptions,
  weights: HybridWeights,
): Scorer {
  const fits = [...hybridFits(signals, options)].filter(([name]) => weights[name]);
  return hybridOf(new Map(fits.map(([name, fit]) => [name, fit()])), weights, signals);
}
