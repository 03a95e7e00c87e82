import { EngineError } from '../../contract';
import { openTextEncoder, type TextEncoder } from '../inference/text-encoder';
import { loadVectorColumn } from '../storage/load-vector-column';
import type { Catalogue } from '../storage/catalogue';
import type { VectorTable, WorkTable } from '../storage/work-table';
import type { EncoderSlot } from './encoder-slot';
import type { ShelvedModel } from './model-shelf';

/**
 * Reads descriptions with the text part of the model in use, where it has one. The part is loaded with the first
 * description and stays until another model is in use: a second description should not wait for it.
 */
export class DescriptionReader {
  #open: { key: string; encoder: Promise<TextEncoder> } | undefined;
  /** Of the last table only: another one takes its place. */
  #joint: { table: WorkTable; vectors: Promise<VectorTable> } | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly models: Pick<EncoderSlot, 'current'>,
  ) {}

  /** The model that would read them; null when the one in use knows only pictures. */
  async model(): Promise<{ name: string } | null> {
    const current = await this.models.current();
    return current?.manifest.text ? { name: current.manifest.name } : null;
  }

  /**
   * @returns the vector of a description, and the works' vectors it can be compared with
   * @throws EngineError 'model/no-texts' when the model in use knows only pictures, 'model/run-failed' and others
   * when its text part can't be used
   */
  async read(
    description: string,
    table: WorkTable,
  ): Promise<{ query: Float32Array; space: VectorTable }> {
    const model = await this.models.current();
    if (!model?.manifest.text)
      throw new EngineError('model/no-texts', 'The model in use knows pictures but no texts');
    const query = await (await this.#encoderOf(model)).embed(description);
    const { outputs, text } = model.manifest;
    const isJoint = outputs.some(({ name, kind }) => name === text.imageOutput && kind === 'joint');
    return { query, space: isJoint ? await this.#jointOf(table, model.key) : table.subject };
  }

  async close(): Promise<void> {
    const { encoder } = this.#open ?? {};
    this.#open = undefined;
    await encoder?.then((it) => it.close()).catch(() => undefined);
  }

  async #encoderOf({ key, folder, manifest: { text } }: ShelvedModel): Promise<TextEncoder> {
    if (this.#open?.key === key) return this.#open.encoder;
    if (!text) throw new Error(`Expected ${key} to read texts`);
    void this.close();
    const encoder = openTextEncoder(folder, text);
    this.#open = { key, encoder };
    encoder.catch(() => (this.#open = undefined));
    return encoder;
  }

  #jointOf(table: WorkTable, modelId: string): Promise<VectorTable> {
    if (this.#joint?.table !== table) {
      const vectors = loadVectorColumn(this.catalogue, table, modelId, 'joint');
      this.#joint = { table, vectors };
      vectors.catch(() => (this.#joint = undefined));
    }
    return this.#joint.vectors;
  }
}
