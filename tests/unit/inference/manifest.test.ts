import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { modelManifestSchema } from '../../../src-main/contract/manifest';

const FILE = path.resolve(import.meta.dirname, '../../../models/mobilenetv2-early/manifest.json');
const SHIPPED = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
const HEAD = { id: 'genre', output: 'genre', labels: ['a', 'b'], temperature: 1, threshold: 0.5 };
const OUTPUTS = SHIPPED['outputs'] as object[];

function problems(changes: Record<string, unknown>): string[] {
  const parsed = modelManifestSchema.safeParse({ ...SHIPPED, ...changes });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('a model manifest', () => {
  it('is accepted as it ships', () => {
    expect(problems({})).toEqual([]);
  });

  it('accepts a head whose output has one logit per label', () => {
    const outputs = [...OUTPUTS, { name: 'genre', kind: 'head', dim: 2 }];
    expect(problems({ outputs, heads: [HEAD] })).toEqual([]);
  });

  it.each([
    {
      what: 'a head without its output',
      changes: { heads: [HEAD] },
      says: "Head 'genre' names no output of kind 'head'",
    },
    {
      what: 'a head with more labels than logits',
      changes: {
        outputs: [...OUTPUTS, { name: 'genre', kind: 'head', dim: 2 }],
        heads: [{ ...HEAD, labels: ['a', 'b', 'c'] }],
      },
      says: "Head 'genre' has 3 labels but its output has 2",
    },
    {
      what: 'two style vectors',
      changes: { outputs: [...OUTPUTS, { name: 'other', kind: 'style', dim: 2 }] },
      says: "Expected one output of kind 'style' but received 2",
    },
    {
      what: 'normalisation of a uint8 input',
      changes: { input: { ...(SHIPPED['input'] as object), mean: [127, 127, 127] } },
      says: 'Expected mean 0 and std 1 for a uint8 input: its graph normalises by itself',
    },
  ])('refuses $what', ({ changes, says }) => {
    expect(problems(changes)).toContain(says);
  });
});
