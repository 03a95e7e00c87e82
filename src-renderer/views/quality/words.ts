import type {
  Coverage,
  EvaluationFigure,
  Measured,
  ModelQuality,
  StyleEvaluation,
  UnderstoodLabel,
} from '../../../src-main/contract';
import { formatCount, formatPercent, m } from '../../i18n';
import { labelName } from '../../i18n/label-name';

/** A figure in plain words, with the interval that it lies in. */
export interface FigureWords {
  id: string;
  name: string;
  /** What it means, where the name does not say it. */
  text?: string | undefined;
  measured: NonNullable<Measured>;
}

export interface FigureChapter {
  id: string;
  title: string;
  note?: string | undefined;
  rows: FigureWords[];
}

type Row = readonly [figure: EvaluationFigure, name: () => string, text?: () => string];

const NAMING: readonly Row[] = [
  ['top1', m.quality_top1],
  ['top2', m.quality_top2],
  ['balancedAccuracy', m.quality_balanced, m.quality_balanced_text],
  ['macroF1', m.quality_f1, m.quality_f1_text],
];

const ANSWERING: readonly Row[] = [
  ['answeredShare', m.quality_answered],
  ['answeredAccuracy', m.quality_answered_right, m.quality_answered_right_text],
];

const REFUSING: readonly Row[] = [['outOfSetRefused', m.quality_refused, m.quality_refused_text]];

const FINDING: readonly Row[] = [
  ['artistPrecisionAt1', m.quality_hand_first],
  ['artistMap', m.quality_hand_map, m.quality_hand_map_text],
  ['genrePrecisionAt1', m.quality_genre_first],
  ['styleOverSubject', m.quality_hand_over, m.quality_hand_over_text],
  ['subjectOverStyle', m.quality_genre_over, m.quality_genre_over_text],
];

/** The figures by what they are about; those that nothing was there to measure on are left out. */
export function chaptersOf({ evaluation, lacking, latestYear }: ModelQuality): FigureChapter[] {
  const isEnough = lacking === 0;
  const year = (): string => m.quality_period_text({ year: String(latestYear) });
  const chapters: FigureChapter[] = [
    { id: 'naming', title: m.quality_naming(), rows: isEnough ? rows(evaluation, NAMING) : [] },
    {
      id: 'answering',
      title: m.quality_answering(),
      note: m.quality_answering_note(),
      rows: rows(evaluation, isEnough ? [...ANSWERING, ...REFUSING] : REFUSING),
    },
    {
      id: 'period',
      title: m.quality_period(),
      rows: rows(evaluation, [['periodCoverage', m.quality_period_name, year]]),
    },
    { id: 'finding', title: m.quality_finding(), rows: rows(evaluation, FINDING) },
  ];
  return chapters.filter((chapter) => chapter.rows.length > 0);
}

function rows(evaluation: StyleEvaluation, wanted: readonly Row[]): FigureWords[] {
  return wanted.flatMap(([id, name, text]) => {
    const measured = evaluation[id];
    return measured ? [{ id, name: name(), text: text?.(), measured }] : [];
  });
}

/** Right answers among the surest parts of the works. */
export function coverageRows({ accuracyAtCoverage }: StyleEvaluation): FigureWords[] {
  const coverages: readonly Coverage[] = ['40', '60', '80', '100'];
  return coverages.flatMap((coverage) => {
    const measured = accuracyAtCoverage[coverage];
    const name =
      coverage === '100'
        ? m.quality_surest_all()
        : m.quality_surest({ share: formatPercent(Number(coverage) / 100) });
    return measured ? [{ id: `at${coverage}`, name, measured }] : [];
  });
}

export function openingSentence({ evaluation }: ModelQuality): string {
  const { known } = evaluation.works;
  const share = evaluation.top1?.value ?? 0;
  return m.quality_opening({
    right: formatCount(Math.round(share * known)),
    known: formatCount(known),
    share: formatPercent(share),
  });
}

/** How far the figure can be trusted, and what it was measured on. */
export function openingText(quality: ModelQuality): string {
  const { evaluation, model, ambiguous, chosenFrom, lackingForTen } = quality;
  const { low = 0, high = 1 } = evaluation.top1 ?? {};
  const interval = { low: formatPercent(low), high: formatPercent(high) };
  const byHand = evaluation.bootstrap.drawn === 'artists';
  const sentences = [
    byHand ? m.quality_opening_hands(interval) : m.quality_opening_works(interval),
    lackingForTen > 0 ? m.quality_for_ten({ more: formatCount(lackingForTen) }) : '',
    m.quality_measured_with({ model: model.name, version: model.version }),
    chosenFrom === null
      ? ''
      : m.quality_chosen({
          works: formatCount(evaluation.works.total),
          of: formatCount(chosenFrom),
        }),
    ambiguous > 0 ? m.quality_ambiguous({ works: formatCount(ambiguous) }) : '',
  ];
  return sentences.filter(Boolean).join(m.quality_sentence_gap());
}

export function calibrationSentence({ ece }: StyleEvaluation): string {
  if (!ece) return '';
  const points = (share: number): string => formatCount(Math.round(share * 100));
  return m.quality_ece({
    off: points(ece.value),
    low: points(ece.low),
    high: points(ece.high),
  });
}

export function reliabilityWords(bin: StyleEvaluation['reliability'][number]): string {
  return m.quality_sure_bin({
    said: formatPercent(bin.confidence),
    right: formatPercent(bin.accuracy),
    works: formatCount(bin.works),
  });
}

/** What a label of the user's was taken for. */
export function meaningWords({ kind, name }: UnderstoodLabel): string {
  const words = { name: labelName(name ?? '') };
  if (kind === 'movement') return m.quality_is_movement(words);
  if (kind === 'genre') return m.quality_is_genre(words);
  return kind === 'artist' ? m.quality_is_artist({ name: name ?? '' }) : m.quality_is_other();
}
