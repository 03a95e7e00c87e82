import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { analyseWork } from '../../src-main/engine/imaging/analysis/analyse-work';
import { decodePixels } from '../../src-main/engine/imaging/decode-pixels';
import { encodeOpaque } from '../../src-main/engine/imaging/encode-thumbnail';
import { flatten } from '../../src-main/engine/imaging/flatten';
import { openPicture } from '../../src-main/engine/imaging/open-picture';
import { resampleForAnalysis, resampleForModel } from '../../src-main/engine/imaging/resample';
import { openEncoder } from '../../src-main/engine/inference/encoder-session';
import { loadModelFolder } from '../../src-main/engine/inference/load-model-folder';
import { bestModel, listModels } from '../../src-main/engine/inference/model-catalogue';
import { figure, median, note } from './figures';
import { makePhotographs, ONLY_JPEG } from './photographs';

const PHOTOGRAPHS = 24;
const WARM_UP = 4;

/** Milliseconds of each stage by name, one entry an image. */
class Stages {
  readonly times = new Map<string, number[]>();

  async run<T>(name: string, work: () => T | Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    this.times.set(name, [...(this.times.get(name) ?? []), performance.now() - start]);
    return result;
  }
}

/** What one image costs, stage by stage, with nothing else in flight. */
export async function stageFigures(): Promise<void> {
  note('stages: one image after another');
  const folder = await makePhotographs(PHOTOGRAPHS, ONLY_JPEG);
  const { folder: modelFolder } = bestModel(await listModels(resolve('models')));
  const encoder = await openEncoder(await loadModelFolder(modelFolder));
  const stages = new Stages();
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const bytes = await stages.run('read', () => readFile(path));
    await stages.run('hash', () => createHash('sha256').update(bytes).digest('hex'));
    const picture = await stages.run('open', () => openPicture(path, bytes, 1024));
    const pixels = await stages.run('decode', () => decodePixels(picture, 512));
    const { image } = flatten(pixels);
    await stages.run('thumbnail', () => encodeOpaque(image));
    const input = await stages.run('model_input', () =>
      resampleForModel(image, encoder.manifest.input),
    );
    const small = await stages.run('resample', () => resampleForAnalysis(image));
    await stages.run('analysis', () => analyseWork(small));
    await stages.run('encoder', () => encoder.embed([input]));
  }
  figure('style.ms_per_image', median(stages.times.get('encoder')!.slice(WARM_UP)), 'ms');
  for (const [name, times] of stages.times)
    figure(`stage.${name}_ms`, median(times.slice(WARM_UP)), 'ms');
  await encoder.close();
  await rm(dirname(folder), { recursive: true, force: true });
}
