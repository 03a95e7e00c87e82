import type { Page } from '@playwright/test';
import type {
  CommandInput,
  CommandName,
  CommandOutput,
  OeuvreBridge,
  Settled,
} from '../../../src-main/contract';

declare global {
  interface Window {
    readonly oeuvre: OeuvreBridge;
  }
}

/** Sends a command from the page exactly as the interface does. */
export async function settle<N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<Settled<CommandOutput<N>>> {
  const sent = { name, input } as { name: CommandName; input: unknown };
  return page.evaluate(
    ({ name: command, input: given }) => window.oeuvre.request(command, given as never),
    sent,
  ) as Promise<Settled<CommandOutput<N>>>;
}

/**
 * What the engine says to a command of the interface.
 *
 * @throws when the engine refuses
 */
export async function ask<N extends CommandName>(
  page: Page,
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  const settled = await settle(page, name, input);
  if (!settled.ok) throw new Error(`${name}: ${settled.error.code}, ${settled.error.message}`);
  return settled.value;
}
