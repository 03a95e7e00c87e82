import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach } from 'vitest';
import { runCli } from '../../../src-main/cli/run-cli';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oeuvre-cli-test-'));
  folders.push(folder);
  return folder;
}

export interface Outcome {
  code: number;
  out: string;
  error: string;
}

export interface Surroundings {
  interrupted?: AbortSignal;
  /** Those of the application when left out. */
  modelsFolder?: string;
}

/** Runs `oeuvre` with these arguments, with the real engine and model, in this process. */
export async function oeuvre(
  args: readonly string[],
  {
    interrupted = new AbortController().signal,
    modelsFolder = resolve('models'),
  }: Surroundings = {},
): Promise<Outcome> {
  const [out, error] = [new PassThrough(), new PassThrough()];
  const installation = {
    modelsFolder,
    mapWorker: resolve('out/main/map-worker.cjs'),
    insightWorker: resolve('out/main/insight-worker.cjs'),
    version: '1.2.3',
  };
  const code = await runCli(args, installation, { out, error }, interrupted);
  return { code, out: textOf(out), error: textOf(error) };
}

function textOf(stream: PassThrough): string {
  const chunk: unknown = stream.read();
  return chunk === null ? '' : String(chunk);
}
