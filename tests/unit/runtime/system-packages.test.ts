import { describe, expect, it } from 'vitest';
import {
  installCommand,
  packagesFor,
  parseMissingLibraries,
} from '../../../scripts/runtime/system-packages.mjs';

// Recorded from `ldd electron` on a Debian 12 without any of the packages, shortened.
const BARE_DEBIAN = `
	linux-vdso.so.1 (0x00007ffe6d5f2000)
	libffmpeg.so => /cache/electron/./libffmpeg.so (0x00007f1c7e800000)
	libdl.so.2 => /lib/x86_64-linux-gnu/libdl.so.2 (0x00007f1c7f2aa000)
	libglib-2.0.so.0 => not found
	libnss3.so => not found
	libnss3.so => not found
	libgtk-3.so.0 => not found
	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f1c7e720000)
	/lib64/ld-linux-x86-64.so.2 (0x00007f1c8a4c5000)
`;
const NOTHING = { libraries: [], display: false, font: false };
const none = () => false;
const all = () => true;

describe('parseMissingLibraries', () => {
  it('names each library that was not found once', () => {
    expect(parseMissingLibraries(BARE_DEBIAN)).toEqual([
      'libglib-2.0.so.0',
      'libnss3.so',
      'libgtk-3.so.0',
    ]);
  });

  it('finds nothing missing on a complete system or in a static executable', () => {
    expect(parseMissingLibraries('\tlibm.so.6 => /lib/libm.so.6 (0x1)\n')).toEqual([]);
    expect(parseMissingLibraries('\tnot a dynamic executable\n')).toEqual([]);
  });
});

describe('packagesFor', () => {
  it.each([
    { shortage: NOTHING, expected: [] },
    { shortage: { ...NOTHING, display: true }, expected: ['xvfb', 'xauth'] },
    { shortage: { ...NOTHING, font: true }, expected: ['fonts-wqy-microhei'] },
    {
      shortage: { ...NOTHING, libraries: ['libnss3.so'] },
      expected: ['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1'],
    },
  ])('answers $shortage with $expected', ({ shortage, expected }) => {
    expect(packagesFor(shortage, none)).toEqual(expected);
  });

  it('takes the renamed packages where the release has them', () => {
    const shortage = { libraries: ['libgtk-3.so.0'], display: false, font: false };
    expect(packagesFor(shortage, all)).toEqual([
      'libnss3',
      'libgtk-3-0t64',
      'libasound2t64',
      'libgbm1',
    ]);
  });
});

it('tells a command that can be copied', () => {
  expect(installCommand(['xvfb', 'xauth'])).toBe(
    'sudo apt-get install -y --no-install-recommends xvfb xauth',
  );
});
