/** Small tokenizers with every stage of the real ones, so that their ids can be told by hand. */

const special = (id: number, content: string): object => ({
  id,
  content,
  special: true,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});

/** Built like CLIP's: lower case, split into words, byte pairs that know where a word ends. */
export const CLIP_LIKE = {
  version: '1.0',
  added_tokens: [special(20, '<|startoftext|>'), special(21, '<|endoftext|>')],
  normalizer: {
    type: 'Sequence',
    normalizers: [
      { type: 'NFC' },
      { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
      { type: 'Lowercase' },
    ],
  },
  pre_tokenizer: {
    type: 'Sequence',
    pretokenizers: [
      {
        type: 'Split',
        pattern: {
          Regex:
            "<\\|startoftext\\|>|<\\|endoftext\\|>|'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+",
        },
        behavior: 'Removed',
        invert: true,
      },
      { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
    ],
  },
  post_processor: {
    type: 'RobertaProcessing',
    sep: ['<|endoftext|>', 21],
    cls: ['<|startoftext|>', 20],
    trim_offsets: false,
    add_prefix_space: false,
  },
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
  model: {
    type: 'BPE',
    unk_token: '<|endoftext|>',
    continuing_subword_prefix: '',
    end_of_word_suffix: '</w>',
    fuse_unk: false,
    vocab: {
      ...{ a: 0, b: 1, d: 2, e: 3, r: 4, l: 5, u: 6, 'd</w>': 7, 'e</w>': 8 },
      ...{ re: 9, 'red</w>': 10, bl: 11, blu: 12, 'blue</w>': 13, 'a</w>': 14 },
      ...{ '<|startoftext|>': 20, '<|endoftext|>': 21 },
    },
    merges: ['r e', 're d</w>', 'b l', 'bl u', 'blu e</w>'],
  },
};

/** Built like SigLIP's: lower case without punctuation, then the likeliest pieces of the whole text. */
export const SIGLIP_LIKE = {
  version: '1.0',
  added_tokens: [special(1, '</s>'), special(2, '<unk>')],
  normalizer: {
    type: 'Sequence',
    normalizers: [
      { type: 'Lowercase' },
      { type: 'Replace', pattern: { Regex: '[!-/:-@\\[-`{-~]' }, content: '' },
      { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
      { type: 'Strip', strip_left: true, strip_right: true },
    ],
  },
  pre_tokenizer: {
    type: 'Metaspace',
    replacement: '▁',
    add_prefix_space: true,
    prepend_scheme: 'always',
  },
  post_processor: {
    type: 'TemplateProcessing',
    single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
    pair: [],
    special_tokens: { '</s>': { id: '</s>', ids: [1], tokens: ['</s>'] } },
  },
  decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true },
  model: {
    type: 'Unigram',
    unk_id: 2,
    vocab: [
      ...[
        ['<pad>', 0],
        ['</s>', 0],
        ['<unk>', 0],
        ['▁red', -3],
        ['▁', -2],
        ['r', -4],
        ['e', -4],
      ],
      ...[
        ['d', -4],
        ['▁bo', -3],
        ['at', -3],
        ['▁boat', -5],
        ['o', -6],
        ['b', -6],
        ['a', -6],
      ],
    ],
  },
};
