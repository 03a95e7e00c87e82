import type { EngineInfo, ModelSummary } from '../../src-main/contract';
import { engine } from '../bridge';
import { Resource } from './resource.svelte';

/** What the settings show beyond preferences and folders. */
class SettingsState {
  readonly info = new Resource<EngineInfo>();
  readonly models = new Resource<ModelSummary[]>();
  /** Words the rows are searched for. */
  search = $state('');

  async load(): Promise<void> {
    await Promise.all([
      this.info.load(() => engine.request('engine.info', undefined)),
      this.models.load(() => engine.request('models.list', undefined)),
    ]);
  }
}

export const settings = new SettingsState();
