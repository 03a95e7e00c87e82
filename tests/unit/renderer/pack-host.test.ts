import { describe, expect, it } from 'vitest';
import { packAddress } from '../../../src-main/engine/inference/packs/pack-address';
import { isSha256, packHost } from '../../../src-renderer/lib/pack-host';

const ADDRESSES: [address: string, host: string | null][] = [
  ['https://models.example.org/a.oeuvre-pack', 'models.example.org'],
  ['https://models.example.org:8443/a', 'models.example.org:8443'],
  ['https://MODELS.example.org./a', 'models.example.org.'],
  // A Cyrillic а: shown as what it is.
  ['https://exаmple.org/a', 'xn--exmple-4nf.org'],
  ['http://127.0.0.1:8000/a', '127.0.0.1:8000'],
  ['http://[::1]/a', '[::1]'],
  ['http://models.example.org/a', null],
  ['http://localhost/a', null],
  ['http://127.0.0.1.example.org/a', null],
  ['https://models.example.org@elsewhere.example/a', null],
  ['ftp://models.example.org/a', null],
  ['file:///etc/hosts', null],
  ['models.example.org/a', null],
  ['', null],
];

describe('the host that is asked about', () => {
  it.each(ADDRESSES)('%s is %s, and the engine sees it the same way', (address, host) => {
    expect(packHost(address)).toBe(host);
    if (host === null) expect(() => packAddress(address, '')).toThrow();
    else expect(packAddress(address, host).host).toBe(host);
  });

  it.each([
    ['a'.repeat(64), true],
    [` ${'A0'.repeat(32)} `, true],
    ['a'.repeat(63), false],
    ['g'.repeat(64), false],
  ])('%j is a SHA-256: %s', (text, is) => expect(isSha256(text)).toBe(is));
});
