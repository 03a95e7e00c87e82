import { bytesField, concat, integerField } from './protobuf';

/**
 * Writes small ONNX graphs as bytes, so that a graph of three operators is readable code and no binary
 * file. Field numbers and types: onnx/onnx.proto, IR version 8.
 */

const ELEMENT = { float32: 1, uint8: 2, int64: 7 } as const;
const ATTRIBUTE = { integer: 2, integers: 7 } as const;
const IR_VERSION = 8;
const OPSET = 13;

export interface OnnxValue {
  name: string;
  type: keyof typeof ELEMENT;
  /** Numbers are fixed sizes, names are free ones. */
  shape: readonly (number | string)[];
}

export interface OnnxConstant {
  name: string;
  type: keyof typeof ELEMENT;
  shape: readonly number[];
  data: Float32Array | Uint8Array | BigInt64Array;
}

export interface OnnxNode {
  operator: string;
  inputs: readonly string[];
  outputs: readonly string[];
  /** Integer attributes, or lists of them, not negative. */
  attributes?: Readonly<Record<string, number | readonly number[]>>;
}

export interface OnnxGraph {
  nodes: readonly OnnxNode[];
  inputs: readonly OnnxValue[];
  outputs: readonly OnnxValue[];
  constants?: readonly OnnxConstant[];
}

/** @returns a complete ONNX model file of opset 13 */
export function encodeOnnx({ nodes, inputs, outputs, constants = [] }: OnnxGraph): Uint8Array {
  const graph = concat([
    ...nodes.map((node) => bytesField(1, encodeNode(node))),
    bytesField(2, 'graph'),
    ...constants.map((constant) => bytesField(5, encodeConstant(constant))),
    ...inputs.map((value) => bytesField(11, encodeValue(value))),
    ...outputs.map((value) => bytesField(12, encodeValue(value))),
  ]);
  const opset = concat([bytesField(1, ''), integerField(2, OPSET)]);
  return concat([integerField(1, IR_VERSION), bytesField(7, graph), bytesField(8, opset)]);
}

/** @returns a NodeProto */
export function encodeNode({ operator, inputs, outputs, attributes = {} }: OnnxNode): Uint8Array {
  return concat([
    ...inputs.map((name) => bytesField(1, name)),
    ...outputs.map((name) => bytesField(2, name)),
    bytesField(4, operator),
    ...Object.entries(attributes).map(([name, value]) =>
      bytesField(5, encodeAttribute(name, value)),
    ),
  ]);
}

function encodeAttribute(name: string, value: number | readonly number[]): Uint8Array {
  return typeof value === 'number'
    ? concat([bytesField(1, name), integerField(3, value), integerField(20, ATTRIBUTE.integer)])
    : concat([
        bytesField(1, name),
        ...value.map((one) => integerField(8, one)),
        integerField(20, ATTRIBUTE.integers),
      ]);
}

/** @returns a TensorProto */
export function encodeConstant({ name, type, shape, data }: OnnxConstant): Uint8Array {
  return concat([
    ...shape.map((size) => integerField(1, size)),
    integerField(2, ELEMENT[type]),
    bytesField(8, name),
    bytesField(9, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)),
  ]);
}

/** @returns a ValueInfoProto */
export function encodeValue({ name, type, shape }: OnnxValue): Uint8Array {
  const dims = shape.map((size) =>
    bytesField(1, typeof size === 'number' ? integerField(1, size) : bytesField(2, size)),
  );
  const tensor = concat([integerField(1, ELEMENT[type]), bytesField(2, concat(dims))]);
  return concat([bytesField(1, name), bytesField(2, bytesField(1, tensor))]);
}
