import { createHash } from 'node:crypto';
import {
  EngineError,
  type ImportedStyle,
  type ImportOutcome,
  type ModelName,
  type StyleFile,
} from '../../contract';
import type { ImportedStyles, KeptStyle } from '../storage/documents/imported-styles';
import type { StudioDocument } from '../storage/documents/studio-document';
import { parseStyle, unpackStyle, type Learner } from '../style';

/** Which model is in use, and which are there. */
export interface KnownModels {
  active: () => Promise<ModelName | null>;
  installed: () => Promise<readonly ModelName[]>;
}

/** Styles that were learnt elsewhere. What they propose is never more than a proposal. */
export class StyleShelf {
  readonly #learners = new WeakMap<StyleFile, Learner>();
  /** Removed since the application was opened, for those who think again. */
  readonly #removed = new Map<string, KeptStyle>();

  constructor(
    private readonly document: StudioDocument<ImportedStyles>,
    private readonly models: KnownModels,
  ) {}

  /** Resolves when every change that was begun is on the disk or has failed. */
  settled(): Promise<void> {
    return this.document.settled();
  }

  async list(): Promise<ImportedStyle[]> {
    const active = await this.models.active();
    return this.document.data.styles.map((kept) => summaryOf(kept, active));
  }

  /**
   * Keeps the style of a file, unless it was learnt on another model than the one in use. The same file twice is one style.
   *
   * @throws EngineError 'style/file-damaged', 'style/file-newer'
   */
  async add(text: string): Promise<ImportOutcome> {
    const file = parseStyle(text);
    const active = await this.models.active();
    if (!active || !sameModel(active, file.model)) {
      const installed = await this.models.installed();
      const isInstalled = installed.some((model) => sameModel(model, file.model));
      return { kind: 'other-model', needed: file.model, active, isInstalled };
    }
    const id = createHash('sha256').update(text).digest('hex').slice(0, 16);
    const kept = { id, importedAt: new Date().toISOString(), file };
    await this.#keep(kept);
    return { kind: 'imported', style: summaryOf(kept, active) };
  }

  /** @throws EngineError 'style/not-found' */
  async remove(id: string): Promise<void> {
    this.#removed.set(id, this.#find(id));
    await this.document.update(({ styles }) => ({ styles: styles.filter((one) => one.id !== id) }));
  }

  /** Brings back one that was removed. @throws EngineError 'style/not-found' */
  async restore(id: string): Promise<void> {
    const kept = this.#removed.get(id);
    if (!kept) throw notFound(id);
    await this.#keep(kept);
    this.#removed.delete(id);
  }

  /**
   * What it judges with.
   *
   * @throws EngineError 'style/not-found', 'style/other-model' while another model is in use
   */
  async learnerOf(id: string): Promise<{ learner: Learner; teaches: StyleFile['teaches'] }> {
    const { file } = this.#find(id);
    const active = await this.models.active();
    if (!active || !sameModel(active, file.model))
      throw new EngineError('style/other-model', `It was learnt on ${file.model.name}`, { id });
    return { learner: this.#learner(file), teaches: file.teaches };
  }

  #learner(file: StyleFile): Learner {
    const known = this.#learners.get(file) ?? unpackStyle(file);
    this.#learners.set(file, known);
    return known;
  }

  async #keep(kept: KeptStyle): Promise<void> {
    await this.document.update(({ styles }) => ({
      styles: [...styles.filter(({ id }) => id !== kept.id), kept],
    }));
  }

  #find(id: string): KeptStyle {
    const kept = this.document.data.styles.find((one) => one.id === id);
    if (!kept) throw notFound(id);
    return kept;
  }
}

function notFound(id: string): EngineError {
  return new EngineError('style/not-found', `There is no imported style ${id}`, { id });
}

/** Only the very same file makes the same vectors, and only with the same preparation of pictures, which the version tells. */
function sameModel(one: ModelName, other: ModelName): boolean {
  return one.id === other.id && one.version === other.version && one.sha256 === other.sha256;
}

function summaryOf({ id, importedAt, file }: KeptStyle, active: ModelName | null): ImportedStyle {
  const { name, teaches, labels, examples, accuracy, model } = file;
  return {
    id,
    name,
    teaches,
    labels,
    examples: examples.labels.length,
    accuracy,
    model,
    importedAt,
    usable: active !== null && sameModel(active, model),
  };
}
