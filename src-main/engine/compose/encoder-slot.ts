import { basename } from 'node:path';
import { toErrorReport, type ErrorCode, type ErrorReport, type ModelSummary } from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import type { Encoder } from '../catalogue/ports';
import type { EncoderSession } from '../inference/encoder-session';
import { loadModelFolder } from '../inference/load-model-folder';
import { bestModel, listModels, type ModelCatalogue } from '../inference/model-catalogue';
import { openTriedEncoder } from '../inference/trial-run';
import { vectorIdOf } from '../inference/vector-id';

/**
 * One image at a time on one thread: measured on two cores (CPU time an image, 224 px), that costs 5.8 ms
 * where batches of 8 on two threads cost 8.8, because one image's feature maps fit the cache, and the other
 * core is busy decoding anyway. It also holds the engine's event loop for the shortest time.
 */
const ENCODER_OPTIONS = { threads: 1, batchSize: 1 };

/** Holds the model in use. It is loaded when first needed, because the gallery must not wait for it. */
export class EncoderSlot {
  #models: Promise<ModelCatalogue> | undefined;
  #session: Promise<EncoderSession> | undefined;
  /** Why the active model cannot run, once that was tried. */
  #failure: ErrorReport | null = null;

  constructor(private readonly modelsFolder: string) {}

  /** The models that could be used, and those that could not. */
  async summaries(): Promise<ModelSummary[]> {
    const models = await this.#list();
    const usable = models.available.map(({ manifest }, at) =>
      summaryOf(manifest, at === 0, at === 0 ? this.#failure : null),
    );
    return [
      ...usable,
      ...models.refused.map(({ folder, code, reason }) => refusalOf(folder, code, reason)),
    ];
  }

  /** Identifies the vectors of the active model; null while there is no usable one. */
  async vectorId(): Promise<string | null> {
    const manifest = await this.manifest();
    return manifest && vectorIdOf(manifest);
  }

  async manifest(): Promise<ModelManifest | null> {
    return (await this.#list()).available.at(0)?.manifest ?? null;
  }

  /**
   * The active model, ready to run; null when there is none.
   *
   * @throws EngineError 'model/run-failed' or 'model/manifest-invalid' when it fails its trial run,
   * 'model/hash-mismatch' when its file changed since it was listed
   */
  async encoder(): Promise<Encoder | null> {
    if ((await this.#list()).available.length === 0) return null;
    this.#session ??= this.#open().catch((error: unknown) => {
      this.#failure = toErrorReport(error);
      throw error;
    });
    const { manifest, embed } = await this.#session;
    return { modelId: vectorIdOf(manifest), input: manifest.input, embed };
  }

  async close(): Promise<void> {
    await this.#session?.then((session) => session.close()).catch(() => undefined);
  }

  #list(): Promise<ModelCatalogue> {
    this.#models ??= listModels(this.modelsFolder);
    return this.#models;
  }

  async #open(): Promise<EncoderSession> {
    const { folder } = bestModel(await this.#list());
    return openTriedEncoder(await loadModelFolder(folder), ENCODER_OPTIONS);
  }
}

function summaryOf(
  manifest: ModelManifest,
  chosen: boolean,
  failure: ErrorReport | null,
): ModelSummary {
  const { id, name, version, licence, heads } = manifest;
  return {
    id,
    name,
    version,
    licence,
    active: chosen && failure === null,
    heads: (heads ?? []).map((head) => head.id),
    error: failure && { code: failure.code, message: failure.message },
  };
}

function refusalOf(folder: string, code: ErrorCode, message: string): ModelSummary {
  const id = basename(folder);
  return {
    id,
    name: id,
    version: '',
    licence: '',
    active: false,
    heads: [],
    error: { code, message },
  };
}
