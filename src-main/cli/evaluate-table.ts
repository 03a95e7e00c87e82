import type { EvaluateOutput, EvaluationFigure, Measured } from '../contract/evaluate-output';
import { COVERAGES } from '../contract/evaluate-output';
import { printable } from './printable';

const NAMES: readonly (readonly [EvaluationFigure, string])[] = [
  ['top1', 'Top-1 accuracy'],
  ['balancedAccuracy', 'Balanced accuracy'],
  ['top2', 'Top-2 accuracy'],
  ['macroF1', 'Macro-F1'],
  ['ece', 'Expected calibration error'],
];

const ANSWERS: readonly (readonly [EvaluationFigure, string])[] = [
  ['notSure', "Share answered 'not sure'"],
  ['answeredShare', 'Share answered, leaf or node'],
  ['answeredAccuracy', 'Right among those answered'],
  ['outOfSetRefused', 'Refused among labels not known'],
  ['periodCoverage', 'Year within the period'],
];

const RETRIEVAL: readonly (readonly [EvaluationFigure, string])[] = [
  ['artistPrecisionAt1', 'Artist precision@1, style'],
  ['artistMap', 'Artist mAP, style'],
  ['genrePrecisionAt1', 'Genre precision@1, subject'],
  ['styleOverSubject', 'Hand before genre, style'],
  ['subjectOverStyle', 'Genre before hand, subject'],
];

const NAME_WIDTH = 32;

/** The evaluation as a plain text table; '-' stands where nothing could be measured. */
export function evaluationTable(output: EvaluateOutput): string {
  const { works, model, bootstrap, accuracyAtCoverage, remarks } = output;
  const figures = (names: typeof NAMES) => names.map(([key, name]) => row(name, output[key]));
  const lines = [
    `${output.chance ? 'Chance' : `${model.id} ${model.version}`} on ${works.total} works: ${works.known} with a movement it knows, ` +
      `${works.outOfSet} with another, ${output.skipped.length} skipped`,
    ...(output.only ? [`Only among ${output.only.map(printable).join(', ')}`] : []),
    '',
    `${''.padEnd(NAME_WIDTH)}  value   95 % interval`,
    ...figures(NAMES),
    ...COVERAGES.map((coverage) =>
      row(`Accuracy at ${coverage} % coverage`, accuracyAtCoverage[coverage]),
    ),
    ...figures(ANSWERS),
    ...figures(RETRIEVAL),
    '',
    `Intervals: bootstrap, ${bootstrap.resamples} resamples of whole ${bootstrap.drawn}.`,
    ...remarks,
    ...outOfSetLines(output),
    ...confusionLines(output),
  ];
  return `${lines.join('\n')}\n`;
}

function row(name: string, measured: Measured): string {
  const label = name.padEnd(NAME_WIDTH);
  if (!measured) return `${label}      -`;
  const [value, low, high] = [measured.value, measured.low, measured.high].map((share) =>
    share.toFixed(3),
  );
  return `${label}  ${value}   ${low} to ${high}`;
}

function outOfSetLines({ outOfSet }: EvaluateOutput): string[] {
  if (outOfSet.length === 0) return [];
  return [
    '',
    'Labels the model does not know (refused of works):',
    ...outOfSet.map(
      ({ label, works, refused }) =>
        `${printable(label).padEnd(NAME_WIDTH)}  ${refused} of ${works}`,
    ),
  ];
}

function confusionLines({ confusion }: EvaluateOutput): string[] {
  if (!confusion) return [];
  const { labels, counts } = confusion;
  const cells = (values: readonly (number | string)[]) =>
    values.map((value) => String(value).padStart(5)).join('');
  const columns = labels.map((_, i) => String.fromCharCode(97 + i));
  return [
    '',
    'Confusion: works by their label (rows) and the most probable one (columns)',
    `${''.padEnd(NAME_WIDTH)}${cells(columns)}`,
    ...labels.map(
      (label, i) =>
        `${`${columns[i]} ${printable(label)}`.padEnd(NAME_WIDTH)}${cells(counts[i] ?? [])}`,
    ),
  ];
}
