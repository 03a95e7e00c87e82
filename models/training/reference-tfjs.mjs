// The same statistics from TF.js itself, which runs the original topology and weights as they were published.
//
//   node reference-tfjs.mjs <cache> <pictures.bin> <taps, comma-separated> <out.json>
//
// TF.js is fetched once into the cache; it is no dependency of the project.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const SIZE = 224;
const VERSION = '4.22.0';
const [cache, picturesFile, taps, out] = process.argv.slice(2);

function loadTfjs() {
  const packages = ['core', 'layers', 'backend-cpu'].map((part) => `@tensorflow/tfjs-${part}`);
  if (!existsSync(path.join(cache, 'node_modules', packages[2]))) {
    const wanted = packages.map((name) => `${name}@${VERSION}`);
    execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', cache, ...wanted]);
  }
  const load = createRequire(path.resolve(cache, 'index.js'));
  load(packages[2]);
  return { ...load(packages[0]), ...load(packages[1]) };
}

/** Our block names to the layers of the original topology. */
function layerOf(tap, model) {
  if (tap === 'stem') return model.getLayer('Conv1_relu');
  if (tap === 'block_0') return model.getLayer('expanded_conv_project_BN');
  const residual = model.layers.find(({ name }) => name === `${tap}_add`);
  return residual ?? model.getLayer(`${tap}_project_BN`);
}

/** Mean and standard deviation over space in float64, per picture and channel, of a map [n, h, w, channels]. */
function statistics(values, [count, height, width, channels]) {
  const pixels = height * width;
  return Array.from({ length: count }, (_, n) => {
    const at = (pixel, channel) => values[(n * pixels + pixel) * channels + channel];
    const averages = (of) =>
      Array.from({ length: channels }, (_, channel) => {
        let sum = 0;
        for (let pixel = 0; pixel < pixels; pixel++) sum += of(at(pixel, channel), channel);
        return sum / pixels;
      });
    const mean = averages((value) => value);
    const variance = averages((value, channel) => (value - mean[channel]) ** 2);
    return { mean, spread: variance.map(Math.sqrt) };
  });
}

const tf = loadTfjs();
const weightSpecs = JSON.parse(readFileSync(path.join(cache, 'mobilenet_v2', 'weights.json'), 'utf8')).map(
  ({ name, shape, scale, min }) => ({
    name,
    shape,
    dtype: 'float32',
    quantization: { dtype: 'uint8', scale, min },
  }),
);
const bytes = readFileSync(path.join(cache, 'mobilenet_v2', 'weights.bin'));
const model = await tf.loadLayersModel(
  tf.io.fromMemory({
    modelTopology: JSON.parse(readFileSync(path.join(cache, 'mobilenet_v2', 'topology.json'), 'utf8')),
    weightSpecs,
    weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  }),
);
const names = taps.split(',');
const trunk = tf.model({
  inputs: model.inputs,
  outputs: names.map((tap) => layerOf(tap, model).output),
});
const pictures = readFileSync(picturesFile);
const count = pictures.length / (SIZE * SIZE * 3);
const input = tf.tensor4d(
  Float32Array.from(pictures, (byte) => byte / 127.5 - 1),
  [count, SIZE, SIZE, 3],
);
const maps = [trunk.predict(input)].flat();
const result = {};
maps.forEach((map, i) => {
  const pictures = statistics(map.dataSync(), map.shape);
  result[`${names[i]}:mean`] = pictures.map(({ mean }) => mean);
  result[`${names[i]}:spread`] = pictures.map(({ spread }) => spread);
});
writeFileSync(out, JSON.stringify(result));
