import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

export function descriptionHandlers({ descriptions }: EngineContext): HandlersOf<'descriptions'> {
  return { 'descriptions.model': () => descriptions.model() };
}
