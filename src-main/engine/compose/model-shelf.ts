import { basename, join } from 'node:path';
import { toErrorReport, type ErrorReport, type ModelSummary } from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import { listModels, type RefusedModel } from '../inference/model-catalogue';
import { vectorIdOf } from '../inference/vector-id';

export interface ShelvedModel {
  readonly key: string;
  readonly folder: string;
  readonly origin: ModelSummary['origin'];
  readonly manifest: ModelManifest;
}

interface Shelf {
  readonly models: readonly ShelvedModel[];
  readonly refused: ReadonlyArray<RefusedModel & Pick<ShelvedModel, 'origin'>>;
}

/** Which of the models is in use, and which is to follow. */
export interface ModelStanding {
  readonly active: string | null;
  readonly next: string | null;
}

/** All models there are: the shipped ones, best first, then the packs that were installed. */
export class ModelShelf {
  readonly #failures = new Map<string, ErrorReport>();
  #shelf: Promise<Shelf> | undefined;

  /** @param installed folder of the packs that were installed, in which folders are named by their keys */
  constructor(
    private readonly shipped: string,
    readonly installed: string | null = null,
  ) {}

  /** Models that can be used as far as is known, in the order in which they stand in for each other. */
  async usable(): Promise<ShelvedModel[]> {
    const { models } = await this.#look();
    return models.filter(({ key }) => !this.#failures.has(key));
  }

  /** A model fell through when it was to run: it is not tried again until somebody asks for it. */
  fail(key: string, error: unknown): ErrorReport {
    const report = toErrorReport(error);
    this.#failures.set(key, report);
    return report;
  }

  /** Somebody asks for it: it may try again. */
  forgive(key: string): void {
    this.#failures.delete(key);
  }

  failureOf(key: string): ErrorReport | null {
    return this.#failures.get(key) ?? null;
  }

  /** Packs came or went. */
  lookAgain(): void {
    this.#shelf = undefined;
  }

  /** Folder of an installed pack, also of one that can't be used; null when there is none by this key. */
  async installedFolder(key: string): Promise<string | null> {
    const { models, refused } = await this.#look();
    const folders = [
      ...models.flatMap((model) => (model.key === key ? [model] : [])),
      ...refused.filter(({ folder }) => basename(folder) === key),
    ];
    return folders.find(({ origin }) => origin === 'installed')?.folder ?? null;
  }

  async summaries(standing: ModelStanding): Promise<ModelSummary[]> {
    const { models, refused } = await this.#look();
    return [
      ...models.map((model) => this.#summaryOf(model, standing)),
      ...refused.map((model) => refusalOf(model)),
    ];
  }

  #look(): Promise<Shelf> {
    this.#shelf ??= this.#read();
    return this.#shelf;
  }

  async #read(): Promise<Shelf> {
    const shipped = await listModels(this.shipped);
    const installed = this.installed === null ? null : await listModels(this.installed);
    const found = [
      { origin: 'shipped', catalogue: shipped } as const,
      ...(installed ? [{ origin: 'installed', catalogue: installed } as const] : []),
    ];
    const byKey = new Map<string, ShelvedModel>();
    for (const { origin, catalogue } of found)
      for (const { folder, manifest } of catalogue.available) {
        const key = vectorIdOf(manifest);
        if (!byKey.has(key)) byKey.set(key, { key, folder, origin, manifest });
      }
    return {
      models: [...byKey.values()],
      refused: found.flatMap(({ origin, catalogue }) =>
        catalogue.refused.map((model) => ({ ...model, origin })),
      ),
    };
  }

  #summaryOf(
    { key, origin, manifest }: ShelvedModel,
    { active, next }: ModelStanding,
  ): ModelSummary {
    const { id, name, version, licence, bytes, heads, period, text } = manifest;
    const failure = this.failureOf(key);
    return {
      key,
      id,
      name,
      version,
      licence,
      bytes: bytes + (text ? text.bytes + text.tokenizer.bytes : 0),
      origin,
      active: key === active && failure === null,
      next: key === next,
      heads: heads.map((head) => head.id),
      period: period !== undefined,
      text: text !== undefined,
      error: failure && { code: failure.code, message: failure.message },
    };
  }
}

function refusalOf({ folder, code, reason, origin }: Shelf['refused'][number]): ModelSummary {
  const id = basename(folder);
  return {
    key: id,
    id,
    name: id,
    version: '',
    licence: '',
    bytes: 0,
    origin,
    active: false,
    next: false,
    heads: [],
    period: false,
    text: false,
    error: { code, message: reason },
  };
}

/** Where installed packs lie. */
export function installedPacks(dataFolder: string): string {
  return join(dataFolder, 'models');
}
