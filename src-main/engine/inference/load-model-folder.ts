import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { EngineError } from '../../contract/errors';
import { modelManifestSchema, type ModelManifest } from '../../contract/manifest';

export const MANIFEST_FILE = 'manifest.json';

/** A model whose file was read once and whose hash agreed: these very bytes go to onnxruntime. */
export interface LoadedModel {
  folder: string;
  manifest: ModelManifest;
  bytes: Uint8Array;
}

/**
 * Reads and validates a model folder's manifest.
 *
 * @throws EngineError 'model/not-found' when there is none, 'model/manifest-invalid' when it does not parse
 */
export async function readManifest(folder: string): Promise<ModelManifest> {
  const file = path.join(folder, MANIFEST_FILE);
  const text = await readOrThrow(file);
  const parsed = modelManifestSchema.safeParse(parseJson(text.toString('utf8'), file));
  if (!parsed.success) {
    const reasons = parsed.error.issues.map(
      ({ path: at, message }) => `${at.join('.') || 'manifest'}: ${message}`,
    );
    throw new EngineError('model/manifest-invalid', reasons.join('; '), { file });
  }
  return parsed.data;
}

/**
 * Reads a model folder completely: manifest, then its other files, whose length and SHA-256 must be the
 * manifest's. onnxruntime loads many damaged files without complaint and computes silently wrong
 * vectors, so nothing that was not verified here may reach it.
 *
 * @throws EngineError 'model/not-found', 'model/manifest-invalid' or 'model/hash-mismatch'
 */
export async function loadModelFolder(folder: string): Promise<LoadedModel> {
  const manifest = await readManifest(folder);
  const bytes = await readVerified(path.join(folder, manifest.file), manifest);
  const { text } = manifest;
  if (text) {
    await readVerified(path.join(folder, text.file), text);
    await readVerified(path.join(folder, text.tokenizer.file), text.tokenizer);
  }
  return { folder, manifest, bytes };
}

/**
 * Reads a file whose length and SHA-256 a manifest promises.
 *
 * @throws EngineError 'model/not-found' or 'model/hash-mismatch'
 */
export async function readVerified(
  file: string,
  promised: { bytes: number; sha256: string },
): Promise<Buffer> {
  const bytes = await readOrThrow(file);
  if (bytes.length !== promised.bytes) {
    throw mismatch(file, `Expected ${promised.bytes} bytes but received ${bytes.length}`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (sha256 !== promised.sha256) {
    throw mismatch(file, `Expected SHA-256 ${promised.sha256} but received ${sha256}`);
  }
  return bytes;
}

function mismatch(file: string, difference: string): EngineError {
  return new EngineError('model/hash-mismatch', difference, { file });
}

async function readOrThrow(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new EngineError('model/not-found', `Cannot read the file: ${String(error)}`, { file });
  }
}

/** @throws EngineError 'model/manifest-invalid' */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new EngineError('model/manifest-invalid', `Not JSON: ${String(error)}`, { file });
  }
}
