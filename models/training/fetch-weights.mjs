// Fetches nsfwjs from the npm registry, once and pinned by its integrity, and unpacks the three networks in it, each to
// a folder of plain files: topology.json, weights.json (name, shape, quantisation, offset), weights.bin (uint8).
//
//   node models/training/fetch-weights.mjs [cache folder]
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

const PACKAGE = 'nsfwjs@4.4.0';
const INTEGRITY =
  'sha512-krC1fgeTLXtZwgdpKJ0jm7hqv0gTSRQQRL+FhOaxaJ9Wj92t42BO3csO2odwgTAgZgf2RvkwPtp0R8Aa7dc+MA==';

const cache = path.resolve(process.argv[2] ?? path.join(homedir(), '.cache', 'oeuvre-training'));

function fetchPackage() {
  mkdirSync(cache, { recursive: true });
  const archive = path.join(cache, 'nsfwjs-4.4.0.tgz');
  if (!existsSync(archive)) {
    execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`Expected ${INTEGRITY} but received ${found}`);
  execFileSync('tar', ['xzf', archive, '-C', cache, 'package/LICENSE', 'package/dist/models']);
  return path.join(cache, 'package', 'dist', 'models');
}

/** Every weight is stored as one byte: value = byte * scale + min. */
function layOut(manifest) {
  let offset = 0;
  return manifest.weights.map(({ name, shape, quantization }) => {
    if (quantization?.dtype !== 'uint8') throw new Error(`Expected ${name} to be quantised to uint8`);
    const length = shape.reduce((a, b) => a * b, 1);
    const entry = { name, shape, scale: quantization.scale, min: quantization.min, offset, length };
    offset += length;
    return entry;
  });
}

function unpack(folder, network) {
  const source = path.join(folder, network);
  const { modelTopology, weightsManifest } = load(path.join(source, 'model.min.js'));
  const shards = readdirSync(source).filter((name) => name.startsWith('group1')).sort();
  const bytes = Buffer.concat(shards.map((name) => Buffer.from(load(path.join(source, name)), 'base64')));
  const weights = layOut(weightsManifest[0]);
  const expected = weights.reduce((sum, { length }) => sum + length, 0);
  if (bytes.length !== expected) throw new Error(`Expected ${expected} weights but received ${bytes.length}`);
  const target = path.join(cache, network);
  mkdirSync(target, { recursive: true });
  writeFileSync(path.join(target, 'topology.json'), JSON.stringify(modelTopology));
  writeFileSync(path.join(target, 'weights.json'), JSON.stringify(weights));
  writeFileSync(path.join(target, 'weights.bin'), bytes);
  console.log(`${network}: ${weights.length} weight tensors, ${bytes.length} bytes -> ${target}`);
}

const load = createRequire(import.meta.url);
const folder = fetchPackage();
for (const network of ['mobilenet_v2', 'mobilenet_v2_mid', 'inception_v3']) unpack(folder, network);
