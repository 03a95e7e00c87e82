import type { ImportedStyle, ImportOutcome, Taught } from '../../src-main/contract';
import { engine, on, pathsOf, shell } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** A file that was refused because it was learnt on another model. */
export type RefusedStyle = Extract<ImportOutcome, { kind: 'other-model' }> & { fileName: string };

/** Learnt styles as files: saved for others, and taken in from others. */
class ImportedStylesState {
  readonly list = new Resource<ImportedStyle[]>();
  #refused = $state.raw<RefusedStyle | null>(null);

  /** The last file, if it could not be used with the present model. */
  get refused(): RefusedStyle | null {
    return this.#refused;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.#load();
    const stops = [
      on('styles.changed', () => void this.#load()),
      on('models.changed', () => void this.#load()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Asks again if the styles could not be had. */
  async recover(): Promise<void> {
    if (this.list.error) await this.#load();
  }

  /** Takes in a file that the user chose; what it proposes waits to be reviewed. */
  async import(file: File): Promise<void> {
    const [path] = pathsOf([file]);
    if (!path) return;
    this.#refused = null;
    const outcome = await notices.attempt(() => engine.request('styles.import', { path }));
    if (outcome?.kind === 'other-model') this.#refused = { ...outcome, fileName: file.name };
    if (outcome?.kind !== 'imported') return;
    const { id, name } = outcome.style;
    notices.say({ kind: 'style-imported', name, undo: () => void this.#remove(id) });
  }

  /** Takes an imported style away and offers to bring it back. */
  async remove({ id, name }: ImportedStyle): Promise<void> {
    if (!(await this.#remove(id))) return;
    const undo = (): void => void notices.attempt(() => engine.request('styles.restore', { id }));
    notices.say({ kind: 'style-removed', name, undo });
  }

  /** Asks where to save what was learnt, and saves it. @returns false when it could not be made */
  async export(teaches: Taught, name: string, labels: readonly string[]): Promise<boolean> {
    const saved = await notices.attempt(async () => {
      const input = { teaches, name, labels: [...labels] };
      const { content } = await engine.request('styles.export', input);
      const suggestedName = `${name.replaceAll(/[/\\:*?"<>|]/g, '-')}.oeuvre-style`;
      return shell('shell.saveFile', { suggestedName, kind: 'oeuvre-style', content });
    });
    if (saved) notices.say({ kind: 'saved', path: saved.path });
    return saved !== undefined;
  }

  async #remove(id: string): Promise<boolean> {
    const done = await notices.attempt(async () => {
      await engine.request('styles.remove', { id });
      return true;
    });
    return done ?? false;
  }

  async #load(): Promise<void> {
    await this.list.load(() => engine.request('styles.imported', undefined));
  }
}

export const importedStyles = new ImportedStylesState();
