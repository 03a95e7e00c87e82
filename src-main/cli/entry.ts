import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runCli } from './run-cli';

const root = join(__dirname, '..', '..');
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

// Whoever reads may go away in mid-text (`| head`): the work is done all the same, and tidied up.
process.stdout.on('error', () => undefined);

const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => interruption.abort());

void runCli(
  process.argv.slice(2),
  {
    version,
    modelsFolder: join(root, 'models'),
    mapWorker: join(__dirname, 'map-worker.cjs'),
    insightWorker: join(__dirname, 'insight-worker.cjs'),
  },
  { out: process.stdout, error: process.stderr },
  interruption.signal,
).then((code) => (process.exitCode = code));
