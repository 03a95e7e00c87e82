import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import {
  EngineError,
  parseImageAddress,
  type CommandInput,
  type CommandOutput,
  type EngineClient,
} from '../../contract';
import { IMAGE_POLICY } from '../content-security-policy';

function failure(thrown: unknown): Response {
  const gone = thrown instanceof EngineError && thrown.code.startsWith('engine/');
  return new Response(null, { status: gone ? 503 : 404, headers: { 'cache-control': 'no-store' } });
}

async function streamFile(path: string, mime: string): Promise<Response> {
  const { size } = await stat(path);
  const body = Readable.toWeb(createReadStream(path)) as NodeReadableStream<Uint8Array>;
  return new Response(body as unknown as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': mime,
      'content-length': String(size),
      'content-security-policy': IMAGE_POLICY,
      'x-content-type-options': 'nosniff',
      // The address carries the content's hash, so what it names never changes.
      'cache-control': 'private, max-age=31536000, immutable',
      // The style map draws thumbnails on WebGL textures, which must not be tainted.
      'access-control-allow-origin': 'oeuvre://app',
    },
  });
}

const GONE: ReadonlySet<string> = new Set(['engine/crashed', 'engine/hung']);

/**
 * Where a picture lies. A picture that was asked for while the engine died is asked for once more: the window
 * would else keep its placeholder, and looking up twice does no harm.
 */
async function locate(
  engine: EngineClient,
  image: CommandInput<'files.locate'>,
): Promise<CommandOutput<'files.locate'>> {
  try {
    return await engine.request('files.locate', image);
  } catch (thrown) {
    if (thrown instanceof EngineError && GONE.has(thrown.code))
      return engine.request('files.locate', image);
    throw thrown;
  }
}

/** Serves a work's thumbnail, preview or original by its catalogue id. */
export async function serveWorkImage(engine: EngineClient, address: string): Promise<Response> {
  const image = parseImageAddress(address);
  if (!image) return new Response(null, { status: 400 });
  try {
    const { path, mime } = await locate(engine, image);
    return await streamFile(path, mime);
  } catch (thrown) {
    return failure(thrown);
  }
}
