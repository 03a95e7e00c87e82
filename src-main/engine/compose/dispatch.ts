import { COMMANDS, EngineError, isCommandName, type EngineClient } from '../../contract';
import type { Handlers } from './handlers';

function parse(name: keyof typeof COMMANDS, input: unknown): unknown {
  const parsed = COMMANDS[name].input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new EngineError('request/invalid-arguments', `${name}: ${parsed.error.message}`);
}

/**
 * The handlers as the client that everybody calls: whoever asks, the name and the arguments are checked.
 *
 * @returns a request function that rejects with EngineError 'request/unknown-command' or
 * 'request/invalid-arguments', or with what the handler threw
 */
export function dispatcher(handlers: Handlers): EngineClient['request'] {
  return async (name, input) => {
    if (!isCommandName(name)) {
      throw new EngineError(
        'request/unknown-command',
        `Expected a known command but received ${String(name)}`,
      );
    }
    const handler = handlers[name] as (parsed: unknown) => unknown;
    return (await handler(parse(name, input))) as never;
  };
}
