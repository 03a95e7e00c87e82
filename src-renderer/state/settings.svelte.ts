import type { EngineInfo } from '../../src-main/contract';
import { engine } from '../bridge';
import { models } from './models.svelte';
import { Resource } from './resource.svelte';

/** What the settings show beyond preferences and folders. */
class SettingsState {
  readonly info = new Resource<EngineInfo>();
  /** Words the rows are searched for. */
  search = $state('');

  async load(): Promise<void> {
    await Promise.all([
      this.info.load(() => engine.request('engine.info', undefined)),
      models.load(),
    ]);
  }
}

export const settings = new SettingsState();
