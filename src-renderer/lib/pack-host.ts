/**
 * The host that a pack would be fetched from, as the engine will compare it; null for an address that it would refuse.
 * International names are shown in their ASCII form, in which none looks like another.
 */
export function packHost(address: string): string | null {
  const text = address.trim();
  if (!URL.canParse(text)) return null;
  const { protocol, host, hostname, username, password } = new URL(text);
  const isOwnMachine = hostname === '127.0.0.1' || hostname === '[::1]';
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isOwnMachine);
  return isSafe && username === '' && password === '' ? host : null;
}

/** Whether this reads as a SHA-256. */
export function isSha256(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text.trim());
}
