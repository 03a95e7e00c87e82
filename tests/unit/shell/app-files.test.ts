import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolveInside } from '../../../src-main/shell/protocol/app-files';

const root = ['', 'opt', 'oeuvre', 'renderer'].join(sep);

describe('addresses of the interface never lead out of its folder', () => {
  it.each(['index.html', 'assets/index-abc.js', 'a%20b.css'])('%s is inside', (address) => {
    expect(resolveInside(root, address)?.startsWith(root + sep)).toBe(true);
  });

  it.each([
    '../main/index.cjs',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    'assets/../../../etc/passwd',
    '..\\..\\windows\\system.ini',
    '%00',
    '%',
    '',
  ])('%j finds no file outside', (address) => {
    const path = resolveInside(root, address);
    expect(path === null || path.startsWith(root + sep)).toBe(true);
  });
});
