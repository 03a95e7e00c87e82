import { fitAls } from '../collaborative/als';
import { fitEase, fitEaseOfMet, type EaseOptions } from '../collaborative/ease';
import { meetsMore, type HybridOptions } from '../collaborative/hybrid';
import { fitItemKnn } from '../collaborative/item-knn';
import { fitRandomWalk } from '../collaborative/random-walk';
import type { Scorer } from '../collaborative/scorer';
import { climb, type Grid } from './climb';
import { LIST_LENGTH, listsOf, meanNdcg, type Questions } from './rank-users';
import type { Step } from './step';

const GRIDS = {
  ease: { lambda: [12, 25, 50, 100, 200, 400, 800, 1600, 3200], dropout: [0], evenness: [0] },
  als: {
    dim: [16, 32, 64, 96, 128],
    unobservedWeight: [0.0125, 0.025, 0.05, 0.1, 0.2, 0.4, 0.8],
    regularisation: [0.003, 0.005, 0.008, 0.013, 0.02, 0.03, 0.05, 0.08, 0.13, 0.2],
    rounds: [12],
    seed: [1],
  },
  itemKnn: {
    neighbours: [20, 40, 80, 160, 320, 640],
    shrinkage: [0, 3, 10, 30, 100],
    rarity: [0, 0.5, 1, 2],
  },
  randomWalk: {
    neighbours: [100, 200, 400, 1000, 2000],
    alpha: [0.4, 0.6, 0.8, 1, 1.2],
    beta: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6],
  },
} as const;

export interface TunedOptions {
  /** Of EASE as it was published. */
  ease: EaseOptions;
  hybrid: HybridOptions;
}

/** Finds each model's options with the highest NDCG@10 on the questions, which nothing else was learnt from. */
export async function tuneModels(questions: Questions, step: Step): Promise<TunedOptions> {
  const { signals } = questions;
  const { liked } = signals;
  const tune = <Options extends { [Name in keyof Options]: number }>(
    name: string,
    grid: Grid<Options>,
    fit: (options: Options) => Scorer,
  ) =>
    climb(grid, async (options) => {
      await step(`Tuning ${name}: ${described(options)}`);
      return meanNdcg(listsOf(fit(options), questions, LIST_LENGTH), questions);
    });
  const ease = await tune('EASE', GRIDS.ease, (options) => fitEase(liked, options));
  const fitOfMet = (options: EaseOptions) => fitEaseOfMet(signals, options);
  const refined = await tune('EASE with dropout', around(ease), (it) => fitEase(liked, it));
  const ofMet = meetsMore(signals) ? await tune('EASE of all met', GRIDS.ease, fitOfMet) : refined;
  return {
    ease,
    hybrid: {
      ease: refined,
      easeOfMet: meetsMore(signals)
        ? await tune('EASE of all met with dropout', around(ofMet), fitOfMet)
        : ofMet,
      itemKnn: await tune('item-kNN', GRIDS.itemKnn, (it) => fitItemKnn(liked, it)),
      randomWalk: await tune('random walk', GRIDS.randomWalk, (it) => fitRandomWalk(liked, it)),
      als: await tune('ALS', GRIDS.als, (it) => fitAls(liked, it)),
    },
  };
}

/** What EASE may become from its best plain form on. */
function around({ lambda }: EaseOptions): Grid<EaseOptions> {
  return {
    lambda: [lambda / 4, lambda / 2, lambda, lambda * 2],
    dropout: [0, 0.1, 0.25, 0.5, 1],
    evenness: [0, 0.15, 0.3],
  };
}

function described(options: object): string {
  return Object.entries(options)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
