import {
  EngineError,
  toErrorReport,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type EventName,
  type EventPayload,
  type OeuvreBridge,
  type ShellCommandName,
  type ShellInput,
  type ShellOutput,
} from '../../../../src-main/contract';

type Answers = {
  [N in CommandName]?: (input: CommandInput<N>) => CommandOutput<N> | Promise<CommandOutput<N>>;
} & {
  [N in ShellCommandName]?: (input: ShellInput<N>) => ShellOutput<N> | Promise<ShellOutput<N>>;
};

export interface ScriptedBridge {
  /** What was asked, in order. */
  readonly asked: { name: string; input: unknown }[];
  /** Answers from now on; a command without an answer is refused as 'engine/unavailable'. */
  answer(answers: Answers): void;
  tell<N extends EventName>(name: N, payload: EventPayload<N>): void;
}

/** Stands where preload puts the bridge to the engine, so that states can be tried without a window. */
export function installBridge(): ScriptedBridge {
  const asked: ScriptedBridge['asked'] = [];
  const listeners: { name: EventName; listener: (payload: never) => void }[] = [];
  let answers: Answers = {};
  const request = async (
    name: CommandName | ShellCommandName,
    input: unknown,
  ): Promise<unknown> => {
    asked.push({ name, input });
    try {
      const answer = answers[name] as ((input: unknown) => unknown) | undefined;
      if (!answer) throw new EngineError('engine/unavailable', `${name} has no answer`);
      return { ok: true, value: await answer(input) };
    } catch (thrown) {
      return { ok: false, error: toErrorReport(thrown) };
    }
  };
  const oeuvre = {
    request,
    shell: request,
    on: (name: EventName, listener: (payload: never) => void) => {
      listeners.push({ name, listener });
      return () => undefined;
    },
    pathsOf: () => [],
  } as unknown as OeuvreBridge;
  Object.assign(globalThis, { window: Object.assign(new EventTarget(), { oeuvre }) });
  return {
    asked,
    answer: (more) => (answers = { ...answers, ...more }),
    tell: (name, payload) =>
      listeners.filter((it) => it.name === name).forEach((it) => it.listener(payload as never)),
  };
}
