import type { ModelProgress, ModelSummary } from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

const IDLE: ModelProgress = { stage: 'idle', done: 0, total: 0 };

/** The models there are, and a pack on its way in. */
class Models {
  readonly list = new Resource<ModelSummary[]>();
  #progress = $state.raw<ModelProgress>(IDLE);

  /** How far the installation is; its stage is 'idle' while there is none. */
  get progress(): ModelProgress {
    return this.#progress;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const stops = [
      on('models.changed', () => void this.#changed()),
      on('models.progress', (progress) => (this.#progress = progress)),
      on('models.fell', ({ name, instead }) => notices.say({ kind: 'model-fell', name, instead })),
      on('engine.state', ({ state }) => {
        if (state !== 'ready') this.#progress = IDLE;
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  async load(): Promise<void> {
    await this.list.load(() => engine.request('models.list', undefined));
  }

  async addFrom(kind: 'archive' | 'folder'): Promise<void> {
    const path = await notices.attempt(() => shell('shell.chooseModel', { kind }));
    if (path) await this.#install(() => engine.request('models.add', { path }));
  }

  /** @param agreedHost the host that the user said yes to */
  async download(url: string, sha256: string, agreedHost: string): Promise<void> {
    await this.#install(() => engine.request('models.download', { url, sha256, agreedHost }));
  }

  async cancel(): Promise<void> {
    await notices.attempt(() => engine.request('models.cancel', undefined));
  }

  async use(key: string): Promise<void> {
    await notices.attempt(() => engine.request('models.use', { key }));
    await this.load();
  }

  async remove(key: string): Promise<void> {
    await notices.attempt(() => engine.request('models.remove', { key }));
    await this.load();
  }

  async #install(install: () => Promise<ModelSummary>): Promise<void> {
    const added = await notices.attempt(install);
    if (added) notices.say({ kind: 'model-added', name: added.name });
    await this.load();
  }

  /** Says which model is in use when that has changed before the user's eyes. */
  async #changed(): Promise<void> {
    const before = this.#active;
    await this.load();
    const now = this.#active;
    if (before && now && before.key !== now.key)
      notices.say({ kind: 'model-changed', name: now.name });
  }

  get #active(): ModelSummary | undefined {
    return this.list.value?.find(({ active }) => active);
  }
}

export const models = new Models();
