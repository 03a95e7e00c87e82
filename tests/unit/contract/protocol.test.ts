import { describe, expect, it } from 'vitest';
import { imageAddress, parseImageAddress } from '../../../src-main/contract';

describe('picture addresses', () => {
  it('survive the way there and back', () => {
    const address = imageAddress(42, 'thumbnail', 'ab'.repeat(32));
    expect(address).toBe('oeuvre://works/42/thumbnail?v=abababababab');
    expect(parseImageAddress(address)).toEqual({ id: 42, kind: 'thumbnail' });
  });

  it.each([
    'oeuvre://works/0/thumbnail',
    'oeuvre://works/1/secret',
    'oeuvre://works/1/thumbnail/../../../etc/passwd',
    'oeuvre://works/..%2f..%2fetc/thumbnail',
    'oeuvre://works/1e3/thumbnail',
    'oeuvre://works/99999999999999/thumbnail',
    'oeuvre://elsewhere/1/thumbnail',
    'file:///etc/passwd',
  ])('%s names nothing', (address) => {
    expect(parseImageAddress(address)).toBeNull();
  });
});
