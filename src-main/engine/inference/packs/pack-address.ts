import { EngineError } from '../../../contract/errors';

/** This very machine by number: no name is looked up and nothing leaves it. */
const OWN_MACHINE = new Set(['127.0.0.1', '[::1]']);

/**
 * Takes apart where a pack is to be fetched from: https, or http on this very machine, without a password in it.
 *
 * @param agreedHost the host that the user said yes to
 * @throws EngineError 'model/address-invalid'
 */
export function packAddress(text: string, agreedHost: string): URL {
  const url = parsed(text);
  if (!url || !isSafe(url) || url.username !== '' || url.password !== '')
    throw new EngineError('model/address-invalid', 'Expected an address that begins with https://');
  if (url.host !== agreedHost)
    throw new EngineError('model/address-invalid', `Only ${agreedHost} was agreed to`, {
      host: url.host,
    });
  return url;
}

/** Where a redirection leads. @throws EngineError 'model/redirected' when that is not the same place */
export function redirectedAddress(location: string | undefined, from: URL): URL {
  const url = location === undefined ? null : parsed(location, from);
  if (url && url.origin === from.origin && url.username === '' && url.password === '') return url;
  throw new EngineError('model/redirected', `${from.host} refers to ${url?.host ?? 'nowhere'}`, {
    host: url?.host ?? null,
  });
}

function parsed(text: string, base?: URL): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base) : null;
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && OWN_MACHINE.has(hostname));
}
