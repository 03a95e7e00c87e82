import type { CommandName, CommandOutput, ParsedInput } from '../../contract';

type Answer<N extends CommandName> = CommandOutput<N> | Promise<CommandOutput<N>>;

/** One plain function for every command of the contract, after its input was parsed. */
export type Handlers = { [N in CommandName]: (input: ParsedInput<N>) => Answer<N> };

/** The handlers of one area, e.g. all of `boards.*`. */
export type HandlersOf<Area extends string> = Pick<
  Handlers,
  Extract<CommandName, `${Area}.${string}`>
>;
