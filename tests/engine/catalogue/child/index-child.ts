import path from 'node:path';
import { addFolder } from '../../../../src-main/engine/catalogue/add-folder';
import { indexFolder } from '../../../../src-main/engine/catalogue/index-folder';
import type { ReadWork } from '../../../../src-main/engine/catalogue/ports';
import { Thumbnails } from '../../../../src-main/engine/catalogue/thumbnails';
import { readWork } from '../../../../src-main/engine/imaging/read-work';
import { JobQueue } from '../../../../src-main/engine/jobs/job-queue';
import { openCatalogue } from '../../../../src-main/engine/storage/catalogue';
import { meanColourEncoder } from '../encoder';

/** A process that indexes one folder and can be killed. Tells on standard output what it decodes and saves. */
const [, , data = '', works = ''] = process.argv;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Stands for a file that takes the process with it, as a fault in a decoder would. */
const fatalReadWork: ReadWork = (file, bytes, size) => {
  say(`decode ${path.basename(file)}`);
  if (path.basename(file).includes('killer')) process.kill(process.pid, 'SIGKILL');
  return readWork(file, bytes, size);
};

const catalogue = openCatalogue(path.join(data, 'catalogue.db'));
const thumbnails = new Thumbnails(path.join(data, 'thumbnails'));
const encoder = meanColourEncoder();
catalogue.meta.setActiveModel(encoder.modelId);

const queue = new JobQueue({
  store: catalogue.jobs,
  runners: {
    index: async (payload, job) => {
      const { folderId } = payload as { folderId: number };
      await indexFolder({ catalogue, folderId, readWork: fatalReadWork, encoder, thumbnails, job });
    },
  },
  onProgress: ({ done }) => say(`done ${done}`),
});

queue.start();
if (catalogue.folders.paths().length === 0) {
  queue.enqueue('index', works, { folderId: (await addFolder(catalogue, works)).id });
}
await queue.idle();
await queue.close();
catalogue.close();
