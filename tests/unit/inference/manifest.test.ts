import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { modelManifestSchema } from '../../../src-main/contract/manifest';

const FILE = path.resolve(import.meta.dirname, '../../../models/mobilenetv2-early/manifest.json');
const SHIPPED = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
const HEAD = { id: 'genre', output: 'genre', labels: ['a', 'b'], temperature: 1, threshold: 0.5 };
const NODES = { nodes: [{ id: 'ab', labels: ['a', 'b'] }], nodeThreshold: 0.8 };
const HASH = { sha256: '0'.repeat(64), bytes: 1 };
const TEXT = {
  file: 'text.onnx',
  ...HASH,
  tokenizer: { file: 'tokenizer.json', ...HASH },
  input: { ids: 'input_ids' },
  output: 'text_embeds',
  dim: 8,
  contextLength: 77,
  padId: 0,
  imageOutput: 'joint',
};
const JOINT = { name: 'joint', kind: 'joint', dim: 8 };
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

  it('accepts nodes, a period and a novelty', () => {
    expect(
      problems({
        outputs: [
          ...OUTPUTS,
          { name: 'genre', kind: 'head', dim: 2 },
          { name: 'years', kind: 'period', dim: 3 },
          { name: 'distance', kind: 'novelty', dim: 1 },
        ],
        heads: [{ ...HEAD, noveltyThreshold: 0.4, ...NODES }],
        period: { coverage: 0.8, measured: 0.79 },
        notes: 'Thresholds were chosen on works that training did not see.',
      }),
    ).toEqual([]);
  });

  it('accepts texts that share a space with the pictures', () => {
    expect(problems({ outputs: [...OUTPUTS, JOINT], text: TEXT })).toEqual([]);
    expect(
      problems({
        outputs: [
          { name: 'style', kind: 'style', dim: 3 },
          { name: 'both', kind: 'subject', dim: 8 },
        ],
        text: { ...TEXT, imageOutput: 'both' },
      }),
    ).toEqual([]);
  });

  it.each([
    {
      what: 'a space shared with texts without any texts',
      changes: { outputs: [...OUTPUTS, JOINT] },
      says: "An output of kind 'joint' must be the imageOutput of the manifest's 'text'",
    },
    {
      what: 'texts that would be compared with the style',
      changes: { text: { ...TEXT, imageOutput: 'style' } },
      says: "The imageOutput of 'text' names no output of kind 'joint' or 'subject'",
    },
    {
      what: 'texts of another length than the pictures',
      changes: { outputs: [...OUTPUTS, JOINT], text: { ...TEXT, dim: 9 } },
      says: 'Texts have dim 9 but their imageOutput has 8',
    },
    {
      what: 'a tokenizer outside the folder',
      changes: {
        outputs: [...OUTPUTS, JOINT],
        text: { ...TEXT, tokenizer: { file: '../tokenizer.json', ...HASH } },
      },
      says: 'Expected a bare *.json file name',
    },
    {
      what: 'a period of one number, and without its coverage',
      changes: { outputs: [...OUTPUTS, { name: 'years', kind: 'period', dim: 1 }] },
      says: "An output of kind 'period' must have dim 3",
    },
    {
      what: 'a coverage without a period',
      changes: { period: { coverage: 0.8, measured: 0.8 } },
      says: "An output of kind 'period' and the manifest's 'period' need each other",
    },
    {
      what: 'a threshold for a novelty that no output holds',
      changes: { heads: [{ ...HEAD, noveltyThreshold: 0.4 }] },
      says: "A noveltyThreshold needs an output of kind 'novelty'",
    },
    {
      what: 'nodes without a threshold',
      changes: { heads: [{ ...HEAD, nodes: NODES.nodes }] },
      says: "Head 'genre' needs both nodes and a nodeThreshold, or neither",
    },
    {
      what: 'a node of labels that the head lacks',
      changes: { heads: [{ ...HEAD, ...NODES, nodes: [{ id: 'ac', labels: ['a', 'c'] }] }] },
      says: "Node 'ac' must hold different labels of head 'genre'",
    },
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
