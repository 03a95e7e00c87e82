import { signalsAsCsv, signalsAsJson } from './signals-as-text';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** What is noted of the user's doings: told, shown, exported and deleted. */
export function signalHandlers({ catalogue, emit }: EngineContext): HandlersOf<'signals'> {
  const { signals, profiles, database } = catalogue;
  const changed = (): void => {
    emit('suggestions.changed', {});
    emit('profiles.changed', {});
  };
  return {
    'signals.record': ({ signals: told }) =>
      database.transaction(() => {
        for (const { kind, id, value } of told) signals.note(kind, id, value ?? null);
      }),
    'signals.list': ({ offset, limit, ...filter }) => ({
      total: signals.count(filter),
      signals: signals.page(filter, offset, limit),
    }),
    'signals.remove': ({ ids }) => {
      signals.remove(ids);
      changed();
    },
    'signals.clear': (filter) => {
      const removed = signals.clear(filter);
      changed();
      return { removed };
    },
    'signals.export': async ({ format, ...filter }) => ({
      content: await (format === 'csv' ? signalsAsCsv : signalsAsJson)(catalogue, filter),
    }),
    'signals.private': ({ on }) => {
      profiles.setPrivate(on);
      emit('profiles.changed', {});
    },
  };
}
