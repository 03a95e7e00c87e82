import {
  encodeConstant,
  encodeNode,
  encodeValue,
  type OnnxConstant,
  type OnnxNode,
} from '../onnx-graph';
import { bytesField, concat } from '../protobuf';
import { readFields, textOf } from './read-protobuf';

export const WRAPPED = { image: 'oeuvre_image', style: 'oeuvre_style', subject: 'oeuvre_subject' };

export interface Wrapping {
  /** The tensor `[batch, 3, height, width]` that the graph takes. */
  pixels: { name: string; type: 'float32' | 'float16' };
  width: number;
  height: number;
  /** Of bytes: value = (byte - mean) / std, channel by channel. */
  mean: readonly number[];
  std: readonly number[];
  /** The tensor `[batch, dim]` that shares its space with texts. */
  embedding: string;
  /** A tensor `[batch, tokens, width]` whose mean and deviation tell the style; null for none. */
  layer: string | null;
}

/** Field numbers of onnx/onnx.proto. */
const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5, input: 11, output: 12 };
const VALUE_NAME = 1;
const NODE_OUTPUT = 2;
const TYPE = { float32: 1, float16: 10 } as const;

/**
 * Puts an image encoder's preparation in front of its graph and what the engine reads behind it: bytes
 * `[batch, height, width, 3]` go in, two unit vectors come out. The graph itself stays byte for byte as it is.
 *
 * @param model an ONNX file
 */
export function wrapVision(model: Uint8Array, wrapping: Wrapping): Uint8Array {
  return concat(
    Array.from(readFields(model), ({ number, bytes, raw }) =>
      number === MODEL_GRAPH ? bytesField(MODEL_GRAPH, wrappedGraph(bytes, wrapping)) : raw,
    ),
  );
}

/** Names of all tensors that the nodes of a model return, in their order. */
export function tensorNames(model: Uint8Array): string[] {
  const names: string[] = [];
  for (const { number, bytes: graph } of readFields(model)) {
    if (number !== MODEL_GRAPH) continue;
    for (const node of readFields(graph)) {
      if (node.number !== GRAPH.node) continue;
      for (const field of readFields(node.bytes))
        if (field.number === NODE_OUTPUT) names.push(new TextDecoder().decode(field.bytes));
    }
  }
  return names;
}

function wrappedGraph(graph: Uint8Array, wrapping: Wrapping): Uint8Array {
  const { pixels, width, height } = wrapping;
  const isReplaced = (number: number, bytes: Uint8Array): boolean =>
    number === GRAPH.output ||
    (number === GRAPH.input && textOf(bytes, VALUE_NAME) === pixels.name);
  const kept = [...readFields(graph)].filter(({ number, bytes }) => !isReplaced(number, bytes));
  const nodes = (list: readonly OnnxNode[]): Uint8Array[] =>
    list.map((node) => bytesField(GRAPH.node, encodeNode(node)));
  const input = { name: WRAPPED.image, type: 'uint8', shape: ['batch', height, width, 3] } as const;
  // Nodes must stand in the order in which they can be computed.
  return concat([
    ...nodes(before(wrapping)),
    ...kept.map(({ raw }) => raw),
    ...nodes([...subject(wrapping), ...style(wrapping)]),
    ...constants(wrapping).map((one) => bytesField(GRAPH.initializer, encodeConstant(one))),
    bytesField(GRAPH.input, encodeValue(input)),
    ...[WRAPPED.style, WRAPPED.subject].map((name) =>
      bytesField(GRAPH.output, encodeValue({ name, type: 'float32', shape: ['batch', 'dim'] })),
    ),
  ]);
}

function constants({ mean, std }: Wrapping): OnnxConstant[] {
  const perChannel = (name: string, data: Float32Array): OnnxConstant => ({
    name,
    type: 'float32',
    shape: [3],
    data,
  });
  return [
    perChannel('oeuvre_mean', Float32Array.from(mean)),
    perChannel('oeuvre_std', Float32Array.from(std)),
  ];
}

function node(operator: string, inputs: string[], output: string, attributes = {}): OnnxNode {
  return { operator, inputs, outputs: [output], attributes };
}

function before({ pixels }: Wrapping): OnnxNode[] {
  return [
    node('Cast', [WRAPPED.image], 'oeuvre_bytes', { to: TYPE.float32 }),
    node('Sub', ['oeuvre_bytes', 'oeuvre_mean'], 'oeuvre_centred'),
    node('Div', ['oeuvre_centred', 'oeuvre_std'], 'oeuvre_normal'),
    node('Transpose', ['oeuvre_normal'], 'oeuvre_planes', { perm: [0, 3, 1, 2] }),
    node('Cast', ['oeuvre_planes'], pixels.name, { to: TYPE[pixels.type] }),
  ];
}

function subject({ embedding }: Wrapping): OnnxNode[] {
  return [
    node('Cast', [embedding], 'oeuvre_embedding', { to: TYPE.float32 }),
    node('LpNormalization', ['oeuvre_embedding'], WRAPPED.subject),
  ];
}

/**
 * Mean and standard deviation over the tokens, as the shipped encoder does over its feature maps. A few channels of a
 * transformer are many times larger than the others; the signed square root keeps them from deciding alone
 * (Perronnin, Sánchez, Mensink: Improving the Fisher Kernel, 2010). Only operators that are the same in every opset.
 */
function style({ layer }: Wrapping): OnnxNode[] {
  if (layer === null) return [node('Identity', [WRAPPED.subject], WRAPPED.style)];
  return [
    node('Cast', [layer], 'oeuvre_layer', { to: TYPE.float32 }),
    node('Transpose', ['oeuvre_layer'], 'oeuvre_channels', { perm: [0, 2, 1] }),
    node('GlobalAveragePool', ['oeuvre_channels'], 'oeuvre_means'),
    node('Sub', ['oeuvre_channels', 'oeuvre_means'], 'oeuvre_differences'),
    node('Mul', ['oeuvre_differences', 'oeuvre_differences'], 'oeuvre_squares'),
    node('GlobalAveragePool', ['oeuvre_squares'], 'oeuvre_variances'),
    node('Sqrt', ['oeuvre_variances'], 'oeuvre_deviations'),
    node('Concat', ['oeuvre_means', 'oeuvre_deviations'], 'oeuvre_both', { axis: 1 }),
    node('Flatten', ['oeuvre_both'], 'oeuvre_flat', { axis: 1 }),
    node('Abs', ['oeuvre_flat'], 'oeuvre_sizes'),
    node('Sqrt', ['oeuvre_sizes'], 'oeuvre_roots'),
    node('Sign', ['oeuvre_flat'], 'oeuvre_signs'),
    node('Mul', ['oeuvre_roots', 'oeuvre_signs'], 'oeuvre_even'),
    node('LpNormalization', ['oeuvre_even'], WRAPPED.style),
  ];
}
