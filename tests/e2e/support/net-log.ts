import { readFile } from 'node:fs/promises';

interface NetLog {
  constants: { logEventTypes: Record<string, number> };
  events: { type: number; params?: { url?: string; address?: string; host?: string } }[];
}

/** What Chromium's own log of its network stack holds, once the application has ended. */
export interface NetworkUse {
  /** Addresses that anything in the application began to ask for. */
  readonly requested: string[];
  /** Machines that a connection was tried to, and names that were looked up. */
  readonly contacted: string[];
}

/** Reads a log that was written with `--log-net-log=FILE`. */
export async function readNetLog(file: string): Promise<NetworkUse> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog;
  const of = (...names: string[]): NonNullable<NetLog['events'][number]['params']>[] => {
    const types = new Set(names.map((name) => constants.logEventTypes[name]));
    return events.flatMap(({ type, params }) => (types.has(type) && params ? [params] : []));
  };
  const present = (values: (string | undefined)[]): string[] => [
    ...new Set(values.filter((value) => value !== undefined)),
  ];
  return {
    requested: present(of('URL_REQUEST_START_JOB').map(({ url }) => url)),
    contacted: present([
      ...of('TCP_CONNECT_ATTEMPT', 'UDP_CONNECT').map(({ address }) => address),
      ...of('HOST_RESOLVER_MANAGER_REQUEST', 'HOST_RESOLVER_DNS_TASK').map(({ host }) => host),
    ]),
  };
}
