import type { ErrorReport } from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import type { Encoder } from '../catalogue/ports';
import type { EncoderSession } from '../inference/encoder-session';
import { loadModelFolder } from '../inference/load-model-folder';
import { openTriedEncoder } from '../inference/trial-run';
import type { ModelShelf, ShelvedModel } from './model-shelf';

/**
 * One image at a time on one thread: measured on two cores (CPU time an image, 224 px), that costs 5.8 ms
 * where batches of 8 on two threads cost 8.8, because one image's feature maps fit the cache, and the other
 * core is busy decoding anyway. It also holds the engine's event loop for the shortest time.
 */
const ENCODER_OPTIONS = { threads: 1, batchSize: 1 };

/** What is remembered of the models beyond this process. */
export interface ModelMemory {
  /** Key of the model whose vectors are in use; null before the first. */
  active(): string | null;
  setActive(key: string): void;
  /** Key of the model that the user asked for; null when it is left to the shipped ones. */
  chosen(): string | null;
}

/** A model in use could not be run, and another took over. */
export type OnFall = (
  failed: ShelvedModel,
  instead: ShelvedModel | null,
  error: ErrorReport,
) => void;

/** Holds the model in use, and the one that is to follow it. Each is loaded when first needed: the gallery must not wait. */
export class EncoderSlot {
  readonly #sessions = new Map<string, Promise<EncoderSession>>();
  /** Runs under way, by model: a session is not let go of in the middle of one. */
  readonly #running = new Map<string, number>();
  #closing = false;

  constructor(
    private readonly shelf: ModelShelf,
    private readonly memory: ModelMemory,
    private readonly onFall: OnFall = () => undefined,
  ) {}

  /** The model in use: the one whose vectors are there, else the wanted one; null while none is usable. */
  async current(): Promise<ShelvedModel | null> {
    const usable = await this.shelf.usable();
    return usable.find(({ key }) => key === this.memory.active()) ?? this.wanted();
  }

  /** The model that should be in use: the one that was asked for, else the best shipped one. */
  async wanted(): Promise<ShelvedModel | null> {
    const usable = await this.shelf.usable();
    return usable.find(({ key }) => key === this.memory.chosen()) ?? usable.at(0) ?? null;
  }

  /** Identifies the vectors of the active model; null while there is no usable one. */
  async vectorId(): Promise<string | null> {
    return (await this.current())?.key ?? null;
  }

  async manifest(): Promise<ModelManifest | null> {
    return (await this.current())?.manifest ?? null;
  }

  /**
   * The active model, ready to run; null when there is none. One that fails its trial run is told of and gives way to
   * the next.
   *
   * @throws EngineError 'model/run-failed', 'model/manifest-invalid' or 'model/hash-mismatch' when the last one fails
   */
  async encoder(): Promise<Encoder | null> {
    const model = await this.current();
    if (!model) return null;
    try {
      return await this.encoderOf(model);
    } catch (error) {
      if (!(await this.#giveWay(model, error))) throw error;
      return this.encoder();
    }
  }

  /**
   * Any model, ready to run.
   *
   * @throws EngineError as `encoder`
   */
  async encoderOf(model: ShelvedModel): Promise<Encoder> {
    const { manifest } = await this.#session(model);
    return {
      modelId: model.key,
      input: manifest.input,
      embed: async (images) => {
        const { key } = model;
        this.#running.set(key, (this.#running.get(key) ?? 0) + 1);
        try {
          return await (await this.#session(model)).embed(images);
        } finally {
          this.#running.set(key, (this.#running.get(key) ?? 1) - 1);
        }
      },
    };
  }

  /** Lets go of models that are loaded but no longer needed; one in the middle of a run stays for now. */
  async release(keep: ReadonlyArray<string | null>): Promise<void> {
    for (const [key, session] of this.#sessions) {
      if (keep.includes(key) || (this.#running.get(key) ?? 0) > 0) continue;
      this.#sessions.delete(key);
      await session.then((it) => it.close()).catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    this.#closing = true;
    await Promise.all(
      [...this.#sessions.values()].map((session) =>
        session.then((it) => it.close()).catch(() => undefined),
      ),
    );
  }

  #session(model: ShelvedModel): Promise<EncoderSession> {
    if (this.#closing) throw new Error('Expected the models to be still open');
    const known = this.#sessions.get(model.key);
    if (known) return known;
    const opening = loadModelFolder(model.folder).then((loaded) =>
      openTriedEncoder(loaded, ENCODER_OPTIONS),
    );
    this.#sessions.set(model.key, opening);
    opening.catch(() => this.#sessions.delete(model.key));
    return opening;
  }

  /** @returns whether another model stands in */
  async #giveWay(failed: ShelvedModel, error: unknown): Promise<boolean> {
    // Of several who asked at once, the first has told it already.
    const isNews = this.shelf.failureOf(failed.key) === null;
    const report = this.shelf.fail(failed.key, error);
    const instead = await this.current();
    if (isNews) {
      if (instead) this.memory.setActive(instead.key);
      this.onFall(failed, instead, report);
    }
    return instead !== null;
  }
}
