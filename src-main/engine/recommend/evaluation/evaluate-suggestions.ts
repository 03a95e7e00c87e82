import {
  SUGGESTION_MODELS,
  type SuggestionModel,
  type SuggestionsEvaluation,
} from '../../../contract/suggestions-output';
import { fitChance } from '../collaborative/chance';
import { fitEase } from '../collaborative/ease';
import { hybridFits, hybridOf, type HybridPart } from '../collaborative/hybrid';
import { interactionsOf, type Signals } from '../collaborative/interactions';
import { fitPopularity } from '../collaborative/popularity';
import type { Scorer } from '../collaborative/scorer';
import { listQuality, LONG_LIST, RESAMPLES } from './list-quality';
import { listsOf, questionsOf, type Questions } from './rank-users';
import { numberTables, signalsOf, type NumberedTables, type RatingTables } from './rating-tables';
import type { Step } from './step';
import { rankingsOf, surprisingLists, tuneStrength } from './surprise';
import { tuneModels, type TunedOptions } from './tune-models';
import { tuneWeights } from './tune-weights';

export interface EvaluationOptions {
  /** See `numberTables`. */
  minRating: number | null;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
}

interface Tuned {
  options: TunedOptions;
  weights: Record<string, number>;
  strength: number;
}

/**
 * Measures the models of co-occurrence on tables of ratings: tuned on `valid`, fitted anew on `train` and `valid` together,
 * asked about `test`. All items are ranked that the user has no row for in `train` and `valid`; nothing is sampled.
 *
 * @throws RangeError when there is nothing to tune on or to ask about
 */
export async function evaluateSuggestions(
  tables: RatingTables,
  { minRating, surprise }: EvaluationOptions,
  step: Step,
): Promise<SuggestionsEvaluation> {
  const numbered = numberTables(tables, minRating);
  const tuned = await tuneAll(numbered, step);
  const signals = signalsOf(numbered, [numbered.train, numbered.valid]);
  const questions = asked(numbered, signals, 'test');
  const fitted = await fitAll(signals, tuned, step);
  await step('Ranking');
  const lists = eachModel((name) => listsOf(fitted.scorers[name], questions, LONG_LIST));
  const { options, weights } = tuned;
  const strength = surprise * tuned.strength;
  const rankings = rankingsOf(fitted.scorers.hybrid, questions);
  const moved = surprisingLists(rankings, strength, LONG_LIST);
  await step('Drawing users for the intervals');
  const { quality, differences } = listQuality<SuggestionModel | 'surprising'>(
    { ...lists, surprising: moved },
    questions,
    [
      ['hybrid', 'ease'],
      ['surprising', 'hybrid'],
    ],
  );
  return {
    data: { ...countsOf(numbered, signals, questions), validGiven: tables.valid !== null },
    models: eachModel((name) => ({ ...quality[name], fitSeconds: fitted.seconds[name] })),
    hybridMinusEase: differences[0]!,
    surprising: { ...quality.surprising, slider: surprise },
    surprisingMinusHybrid: differences[1]!,
    tuned: { ...options, weights, strength: tuned.strength },
    bootstrap: { resamples: RESAMPLES },
  };
}

function eachModel<Value>(of: (name: SuggestionModel) => Value): Record<SuggestionModel, Value> {
  return Object.fromEntries(SUGGESTION_MODELS.map((name) => [name, of(name)])) as Record<
    SuggestionModel,
    Value
  >;
}

function asked(numbered: NumberedTables, signals: Signals, table: 'valid' | 'test'): Questions {
  const answers = interactionsOf(numbered[table].liked, numbered.users, numbered.items);
  const questions = questionsOf(signals, answers);
  if (questions.users.length === 0)
    throw new RangeError(
      `Expected a positive row in the table ${table === 'valid' ? 'to tune on' : 'to ask about'} that is not in what was learnt from`,
    );
  return questions;
}

async function tuneAll(numbered: NumberedTables, step: Step): Promise<Tuned> {
  const signals = signalsOf(numbered, [numbered.train]);
  const questions = asked(numbered, signals, 'valid');
  const options = await tuneModels(questions, step);
  await step('Tuning the weights of the hybrid');
  const fits = [...hybridFits(signals, options.hybrid)];
  const parts = new Map(fits.map(([name, fit]) => [name, fit()]));
  const found = tuneWeights([...parts.values()], questions);
  const weights = Object.fromEntries(fits.map(([name], n) => [name, found[n]!]));
  await step('Tuning the slider');
  const strength = tuneStrength(hybridOf(parts, weights, signals), questions);
  return { options, weights, strength };
}

interface Fitted {
  scorers: Record<SuggestionModel, Scorer>;
  seconds: Record<SuggestionModel, number>;
}

/** What several models need is fitted once and counted for each. */
async function fitAll(signals: Signals, { options, weights }: Tuned, step: Step): Promise<Fitted> {
  const seconds = new Map<string, number>();
  const timed = async (name: string, fit: () => Scorer): Promise<Scorer> => {
    await step(`Fitting ${name}`);
    const start = performance.now();
    const scorer = fit();
    seconds.set(name, (performance.now() - start) / 1000);
    return scorer;
  };
  const { liked } = signals;
  const parts = new Map<HybridPart, Scorer>();
  for (const [name, fit] of hybridFits(signals, options.hybrid))
    parts.set(name, await timed(name, fit));
  const ofParts = [...seconds.values()].reduce((sum, own) => sum + own, 0);
  const scorers = {
    popularity: await timed('popularity', () => fitPopularity(liked)),
    random: await timed('random', fitChance),
    itemKnn: parts.get('itemKnn')!,
    ease: await timed('ease', () => fitEase(liked, options.ease)),
    als: parts.get('als')!,
    hybrid: await timed('hybrid', () => hybridOf(parts, weights, signals)),
  };
  seconds.set('hybrid', seconds.get('hybrid')! + ofParts);
  return { scorers, seconds: eachModel((name) => seconds.get(name)!) };
}

function countsOf(numbered: NumberedTables, { liked, met }: Signals, questions: Questions) {
  return {
    users: numbered.users,
    items: numbered.items,
    fitted: liked.columns.length,
    met: met.columns.length,
    testUsers: questions.users.length,
    testRows: questions.wanted.reduce((sum, wanted) => sum + wanted.size, 0),
  };
}
