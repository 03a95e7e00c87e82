import type { Database } from '../database';

/** A few single values that belong to the whole catalogue. */
export class Meta {
  constructor(private readonly database: Database) {}

  /** The model whose vectors are in use; null before the first one. */
  get activeModel(): string | null {
    return this.#read('active_model');
  }

  setActiveModel(modelId: string): void {
    if (this.activeModel !== modelId) this.#write('active_model', modelId);
    this.setNextModel(null);
  }

  /** The model whose vectors are being made while those of the active one stay in use. */
  setNextModel(modelId: string | null): void {
    if (modelId === null) this.database.run("DELETE FROM meta WHERE key = 'next_model'");
    else this.#write('next_model', modelId);
  }

  /** Moves on whenever the works or what was measured of them changed; survives a restart. */
  get version(): number {
    return Number(this.#read('works_version') ?? 0);
  }

  /** Called within the transaction that changed the works. */
  touch(): void {
    this.#write('works_version', String(this.version + 1));
  }

  #read(key: string): string | null {
    return (
      this.database.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ??
      null
    );
  }

  #write(key: string, value: string): void {
    this.database.run(
      'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      key,
      value,
    );
  }
}
