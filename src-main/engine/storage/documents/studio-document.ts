import { Low } from 'lowdb';
import type { z } from 'zod';
import { DocumentFile, type DocumentNotice } from './document-file';

/** One small JSON document that the user's studio consists of. */
export interface StudioDocument<T> {
  /** As last saved; never changed in place. */
  readonly data: T;
  /** What was found damaged when it was opened. */
  readonly notices: readonly DocumentNotice[];
  /**
   * Replaces the document by what `change` makes of it; on the disk when it resolves. Changes are made one
   * after the other. Whatever `change` throws leaves everything as it was.
   */
  update(change: (data: T) => T): Promise<T>;
  /** Resolves when every change that was begun is on the disk or has failed. */
  settled(): Promise<void>;
}

/**
 * Opens a document, or its last good copy, or begins with the defaults.
 *
 * @param schema parses what is read and what is about to be written
 */
export async function openDocument<T>(
  file: string,
  schema: z.ZodType<T>,
  defaults: T,
): Promise<StudioDocument<T>> {
  const adapter = new DocumentFile(file, schema);
  const low = new Low<T>(adapter, defaults);
  await low.read();
  let last: Promise<unknown> = Promise.resolve();

  const change = async (make: (data: T) => T): Promise<T> => {
    const before = low.data;
    low.data = schema.parse(make(before));
    try {
      await low.write();
    } catch (error) {
      low.data = before;
      throw error;
    }
    return low.data;
  };

  return {
    get data() {
      return low.data;
    },
    notices: adapter.notices,
    update: (make) => {
      const turn = last.then(() => change(make));
      last = turn.catch(() => undefined);
      return turn;
    },
    settled: async () => void (await last),
  };
}
