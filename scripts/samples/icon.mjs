#!/usr/bin/env node
/**
 * Draws the application's icon: three works hung on one line, the middle one in vermilion.
 *
 *     node scripts/samples/icon.mjs [folder]
 *
 * Writes icon.svg and icon.png (512 x 512) into resources/icons where no folder is given.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = resolve(process.argv[2] ?? join(root, 'resources/icons'));

const SIZE = 512;
const EYE_LEVEL = 256;
const RULE = 14;
const PAPER = '#f2f2f2';
const VERMILION = '#e8533b';

/** A frame that hangs with its middle at eye level. */
const frame = (
  /** @type {number} */ x,
  /** @type {number} */ width,
  /** @type {number} */ height,
) =>
  `<rect x="${x + RULE / 2}" y="${EYE_LEVEL - height / 2 + RULE / 2}" width="${width - RULE}" height="${height - RULE}" fill="none" stroke="${PAPER}" stroke-width="${RULE}"/>`;

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE} ${SIZE}" width="${SIZE}" height="${SIZE}">
<defs><linearGradient id="wall" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#303030"/><stop offset="1" stop-color="#1a1a1a"/></linearGradient></defs>
<rect x="24" y="24" width="464" height="464" rx="104" fill="url(#wall)"/>
${frame(76, 96, 136)}
<rect x="196" y="${EYE_LEVEL - 108}" width="132" height="216" fill="${VERMILION}"/>
${frame(352, 84, 84)}
</svg>
`;

await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'icon.svg'), svg);
await sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toFile(join(folder, 'icon.png'));
