// Runs a model of ours with the onnxruntime-node the application uses, and measures its time per picture.
//
//   node run-onnx.mjs <model.onnx> <pictures.bin, uint8 n x 224 x 224 x 3> <out.json>
import { readFileSync, writeFileSync } from 'node:fs';
import { InferenceSession, Tensor } from 'onnxruntime-node';

// Looked at when the first session is made: nothing is told to the maker of the runtime.
process.env.ORT_DISABLE_TELEMETRY = '1';

const SIZE = 224;
const THREADS = 2;
const ROUNDS = 15;
const [modelFile, picturesFile, out] = process.argv.slice(2);

const pictures = new Uint8Array(readFileSync(picturesFile));
const count = pictures.length / (SIZE * SIZE * 3);
const session = await InferenceSession.create(modelFile, { intraOpNumThreads: THREADS, logSeverityLevel: 3 });
const feeds = { image: new Tensor('uint8', pictures, [count, SIZE, SIZE, 3]) };

const times = [];
let outputs = await session.run(feeds);
for (let round = 0; round < ROUNDS; round++) {
  const start = performance.now();
  outputs = await session.run(feeds);
  times.push((performance.now() - start) / count);
}
times.sort((a, b) => a - b);
const values = Object.fromEntries(
  Object.entries(outputs).map(([name, { data, dims }]) => {
    const rows = Array.from({ length: dims[0] }, (_, i) => [...data.subarray(i * dims[1], (i + 1) * dims[1])]);
    return [name, rows];
  }),
);
writeFileSync(out, JSON.stringify({ values, msPerPicture: times[Math.floor(times.length / 2)], batch: count }));
