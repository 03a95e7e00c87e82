import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeadAnswer } from '../../../src-main/contract';
import { locale } from '../../../src-renderer/i18n';
import { labelName } from '../../../src-renderer/i18n/label-name';
import { headWords, periodWords } from '../../../src-renderer/views/artwork/style-words';

const none: HeadAnswer = {
  decision: null,
  verdict: 'not-sure',
  labels: [],
  probabilities: [
    { label: 'baroque', p: 0.72 },
    { label: 'romanticism', p: 0.2 },
  ],
  nearest: [],
  traits: [],
  against: null,
};
const baroque: HeadAnswer = {
  ...none,
  verdict: 'nearest',
  decision: 'baroque',
  labels: ['baroque'],
};
const light: HeadAnswer = {
  ...none,
  verdict: 'nearest',
  decision: 'modern-light',
  labels: ['impressionism', 'post-impressionism'],
};
const years = { from: 1865, middle: 1884, to: 1905, coverage: 0.8 };

function speakChinese(): void {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  locale.choose('zh', []);
}

afterEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  locale.choose('en', []);
  vi.unstubAllGlobals();
});

describe("a head's answer in words", () => {
  it.each([
    { answer: baroque, en: 'Nearest to Baroque (likely), then Romanticism' },
    {
      answer: { ...baroque, probabilities: [{ label: 'baroque', p: 0.97 }] },
      en: 'Nearest to Baroque (very likely)',
    },
    { answer: light, en: 'Impressionism or Post-Impressionism' },
    { answer: none, en: 'Not sure' },
    { answer: { ...none, verdict: 'unfamiliar' as const }, en: 'None of these' },
  ])('$en', ({ answer, en }) => {
    expect(headWords(answer)).toBe(en);
  });

  it('speaks Chinese', () => {
    speakChinese();
    expect(headWords(baroque)).toBe('最接近巴洛克（较有可能），其次是浪漫主义');
    expect(headWords(light)).toBe('印象派或后印象派');
    expect(periodWords(years)).toBe('看起来像 1865–1905 年（80%）');
  });

  it('gives the years as a likeness', () => {
    expect(periodWords(years)).toBe('Looks like 1865–1905 (80%)');
  });
});

describe("a label's name", () => {
  it.each([
    ['art-nouveau', 'Art Nouveau'],
    ['sketch_and_study', 'Sketch or study'],
    ['line-drawing', 'Line drawing'],
    ['sōsaku-hanga', 'sōsaku-hanga'],
    ['constructor', 'constructor'],
  ])('of %s is %s', (label, name) => {
    expect(labelName(label)).toBe(name);
  });
});
