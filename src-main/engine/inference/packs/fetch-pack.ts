import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { pipeline } from 'node:stream/promises';
import { EngineError } from '../../../contract/errors';
import { packAddress, redirectedAddress } from './pack-address';
import { MAX_PACK_BYTES } from './pack-limits';

const MOST_REDIRECTIONS = 3;
/** A server that says nothing for so long is given up. */
const SILENCE_MS = 30_000;
const REDIRECTION = new Set([301, 302, 303, 307, 308]);

export interface FetchTask {
  readonly url: string;
  readonly agreedHost: string;
  readonly sha256: string;
  /** A file that does not exist yet. */
  readonly target: string;
}

/**
 * Fetches one archive, with nothing sent beyond the address: no cookie, no name of this program, no language.
 *
 * @param onProgress bytes so far, and in all or 0 where the server does not say
 * @throws EngineError 'model/address-invalid', 'model/redirected', 'model/too-large', 'model/download-failed',
 * 'model/hash-mismatch'
 */
export async function fetchPack(
  { url, agreedHost, sha256, target }: FetchTask,
  onProgress: (done: number, total: number) => void,
): Promise<void> {
  const response = await follow(packAddress(url, agreedHost));
  const total = Number(response.headers['content-length'] ?? 0);
  const hash = createHash('sha256');
  let done = 0;
  const measured = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      done += chunk.length;
      checkSize(done);
      hash.update(chunk);
      onProgress(done, total);
      yield chunk;
    }
  };
  checkSize(total);
  try {
    await pipeline(response, measured, createWriteStream(target, { flags: 'wx' }));
  } catch (error) {
    throw error instanceof EngineError ? error : failed(error);
  }
  const received = hash.digest('hex');
  if (received !== sha256)
    throw new EngineError(
      'model/hash-mismatch',
      `Expected SHA-256 ${sha256} but received ${received}`,
    );
}

async function follow(first: URL): Promise<IncomingMessage> {
  let url = first;
  for (let step = 0; step <= MOST_REDIRECTIONS; step++) {
    const response = await ask(url);
    const status = response.statusCode ?? 0;
    if (status === 200) return response;
    response.destroy();
    if (!REDIRECTION.has(status)) throw failed(`${url.host} answered ${status}`);
    url = redirectedAddress(response.headers.location, url);
  }
  throw new EngineError('model/redirected', `${first.host} refers in circles`);
}

function ask(url: URL): Promise<IncomingMessage> {
  const { get } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, headers: { accept: '*/*' } }, resolve);
    request.setTimeout(SILENCE_MS, () => request.destroy(new Error('The server went silent')));
    request.once('error', (error) => reject(failed(error)));
  });
}

function checkSize(bytes: number): void {
  if (bytes > MAX_PACK_BYTES)
    throw new EngineError('model/too-large', `The archive has more than ${MAX_PACK_BYTES} bytes`);
}

function failed(cause: unknown): EngineError {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new EngineError('catalogue/disk-full', 'The disk is full');
  return new EngineError('model/download-failed', String(cause));
}
