// Runs a model over labelled pictures and keeps every output, in the way the application prepares pictures.
//
//   node embed-art.mjs <model.onnx> <art folder> <cache> <train|val> <every nth> <out, without extension>
//
// The art folder holds one tar per label and index.csv; the pictures are unpacked into the cache.
import { execFileSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import sharp from 'sharp';

// Looked at when the first session is made: nothing is told to the maker of the runtime.
process.env.ORT_DISABLE_TELEMETRY = '1';

const SIZE = 224;
const BATCH = 16;
const [modelFile, art, cache, split, every, out] = process.argv.slice(2);
const unpacked = path.join(cache, 'art');

function rowsOfSplit() {
  const [header, ...lines] = readFileSync(path.join(art, 'index.csv'), 'utf8').trim().split('\n');
  const names = header.split(',');
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
  return rows.filter((row) => row.split === split).filter((_, i) => i % Number(every) === 0);
}

function unpack(rows) {
  mkdirSync(unpacked, { recursive: true });
  for (const label of new Set(rows.map(({ file }) => file.split('/')[0]))) {
    if (existsSync(path.join(unpacked, label))) continue;
    execFileSync('tar', ['xf', path.join(art, `${label}.tar`), '-C', unpacked]);
  }
}

function pixels({ file }) {
  const picture = sharp(path.join(unpacked, file)).toColourspace('srgb').removeAlpha();
  return picture.resize(SIZE, SIZE, { fit: 'fill' }).raw().toBuffer();
}

const rows = rowsOfSplit();
unpack(rows);
sharp.concurrency(1);
const session = await InferenceSession.create(modelFile, { intraOpNumThreads: 2, logSeverityLevel: 3 });
const file = openSync(`${out}.bin`, 'w');
let outputs = [];
for (let start = 0; start < rows.length; start += BATCH) {
  const images = await Promise.all(rows.slice(start, start + BATCH).map(pixels));
  const data = new Uint8Array(Buffer.concat(images));
  const result = await session.run({ image: new Tensor('uint8', data, [images.length, SIZE, SIZE, 3]) });
  outputs = session.outputNames.map((name) => ({ name, dim: result[name].dims[1] }));
  for (let i = 0; i < images.length; i++) {
    for (const { name, dim } of outputs) writeSync(file, result[name].data.slice(i * dim, (i + 1) * dim));
  }
}
closeSync(file);
writeFileSync(`${out}.json`, JSON.stringify({ outputs, rows }));
