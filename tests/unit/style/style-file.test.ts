import { describe, expect, it } from 'vitest';
import {
  judgeBy,
  learnStyles,
  packStyle,
  parseStyle,
  reviewQueue,
  unpackStyle,
  type GivenLabel,
} from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

const here = syntheticTable([
  ...several(6, { manner: 0 }),
  ...several(6, { manner: 1 }),
  ...several(6, { manner: 2 }),
]);
/** Another library, with works of the same manners, and of one that nobody taught. */
const elsewhere = syntheticTable(
  [...several(3, { manner: 1 }), ...several(3, { manner: 0 }), ...several(3, { manner: 7 })],
  99,
);
const label = (name: string, ...ids: number[]): GivenLabel[] =>
  ids.map((artworkId) => ({ artworkId, label: name }));
const learnt = learnStyles(here, [...label('mist', 1, 2, 3), ...label('ink', 7, 8, 9)]);
const packing = {
  name: 'Weather',
  teaches: 'labels',
  model: { id: 'm', name: 'M', version: '1.0.0', sha256: 'a'.repeat(64) },
  exportedAt: '2026-01-01T00:00:00.000Z',
} as const;
const text = JSON.stringify(packStyle(learnt, packing));
const changed = (change: (file: ReturnType<typeof parseStyle>) => void): string => {
  const file = parseStyle(text);
  change(file);
  return JSON.stringify(file);
};

describe('a learnt style as a file', () => {
  it('says in another library what it would have said at home', () => {
    const imported = judgeBy(elsewhere, unpackStyle(parseStyle(text)));
    const { decide } = imported;
    expect([1, 2, 3].map(decide)).toEqual(['ink', 'ink', 'ink']);
    expect([4, 5, 6].map(decide)).toEqual(['mist', 'mist', 'mist']);
    expect([7, 8, 9].map(decide)).toEqual([null, null, null]);
    // At home, for a work that is no example, to the last digit of float32.
    const again = judgeBy(here, unpackStyle(parseStyle(text))).judge(5);
    expect(again?.probabilities[0]?.p).toBeCloseTo(learnt.judge(5)?.probabilities[0]?.p ?? -1, 12);
  });

  it('proposes like what was learnt here, with no work of another library as evidence', async () => {
    const judge = judgeBy(elsewhere, unpackStyle(parseStyle(text)));
    const settled = new Set([1]);
    const { proposals } = await reviewQueue(elsewhere, judge, { order: 'sure', limit: 3, settled });
    expect(proposals).toHaveLength(3);
    expect(proposals.map(({ id }) => id)).not.toContain(1);
    for (const { nearest } of proposals) expect(nearest).toEqual([]);
  });

  it('holds the accuracy with its interval, and no id, path or picture', () => {
    const file = parseStyle(text);
    expect(file.accuracy).toMatchObject({ value: 1, right: 6, tested: 6 });
    expect(Object.keys(file).sort()).toEqual(
      'accuracy axis examples exclusive exportedAt familiar format kernel labels machines model name sigmoid teaches version'.split(
        ' ',
      ),
    );
  });

  it('is silent about works that another model embedded', () => {
    const file = parseStyle(text);
    const { dim } = elsewhere.style;
    const other = { ...elsewhere, style: { dim: dim / 2, data: elsewhere.style.data } };
    expect(judgeBy(other, unpackStyle(file)).answer(1)).toBeNull();
  });

  it.each([
    ['a letter', 'Dear painter'],
    ['JSON of another kind', '{"format":"recipe"}'],
    ['an empty file', ''],
    ['a file that was cut off', text.slice(0, text.length / 2)],
    ['a machine too few', changed(({ machines }) => machines.pop())],
    ['a coefficient too few', changed(({ machines }) => machines[0]?.coefficients.pop())],
    ['a label too few', changed(({ labels }) => labels.splice(1, 1, labels[0]!))],
    ['a place beyond the labels', changed(({ examples }) => (examples.labels[0] = [9]))],
    ['vectors cut short', changed(({ examples }) => (examples.vectors = 'AAAA'))],
    [
      'vectors of another length',
      changed(({ examples }) => (examples.vectors = examples.vectors.replaceAll(/[a-z]/g, 'A'))),
    ],
    ['a kernel without width', changed(({ kernel }) => (kernel.width = 0))],
  ])('is refused when it is %s', (_what, damaged) => {
    expect(() => parseStyle(damaged)).toThrowError(
      expect.objectContaining({ code: 'style/file-damaged' }),
    );
  });

  it('is told apart when a newer program wrote it', () => {
    expect(() => parseStyle('{"format":"oeuvre-style","version":2}')).toThrowError(
      expect.objectContaining({ code: 'style/file-newer' }),
    );
  });

  it('is not made of nothing', () => {
    const nothing = learnStyles(here, label('mist', 1, 2));
    expect(() => packStyle(nothing, packing)).toThrowError(
      expect.objectContaining({ code: 'style/too-few-labels' }),
    );
  });
});
