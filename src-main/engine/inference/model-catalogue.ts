import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { EngineError, toErrorReport, type ErrorCode } from '../../contract/errors';
import type { ModelManifest } from '../../contract/manifest';
import { loadModelFolder } from './load-model-folder';

export interface AvailableModel {
  folder: string;
  manifest: ModelManifest;
}

export interface RefusedModel {
  folder: string;
  code: ErrorCode;
  reason: string;
}

export interface ModelCatalogue {
  /** Verified models, best first: by descending priority, then by id. */
  available: AvailableModel[];
  refused: RefusedModel[];
}

/**
 * Lists the models of a directory. A sub-folder is a model when it holds a manifest or an ONNX file;
 * others (scripts, notes, names with a dot in front) are passed over. Every model is verified down to the hash of its file; one
 * that fails is reported with its reason and never hides the others.
 *
 * @param directory a folder of model folders; one that cannot be read has no models
 */
export async function listModels(directory: string): Promise<ModelCatalogue> {
  const catalogue: ModelCatalogue = { available: [], refused: [] };
  for (const folder of await modelFolders(directory)) {
    try {
      const { manifest } = await loadModelFolder(folder);
      catalogue.available.push({ folder, manifest });
    } catch (error) {
      catalogue.refused.push({ folder, ...asRefusal(error) });
    }
  }
  catalogue.available.sort(byPriority);
  return catalogue;
}

/**
 * The encoder to use: the first of the available ones, so a better model replaces the present one
 * by lying beside it with a higher priority.
 *
 * @throws EngineError 'model/not-found' when no model is usable
 */
export function bestModel(catalogue: ModelCatalogue): AvailableModel {
  const [best] = catalogue.available;
  if (best === undefined) {
    const reasons = catalogue.refused.map(
      ({ folder, reason }) => `${path.basename(folder)}: ${reason}`,
    );
    throw new EngineError('model/not-found', ['No usable model was found', ...reasons].join('; '));
  }
  return best;
}

function byPriority(a: AvailableModel, b: AvailableModel): number {
  return b.manifest.priority - a.manifest.priority || (a.manifest.id < b.manifest.id ? -1 : 1);
}

async function modelFolders(directory: string): Promise<string[]> {
  const names = await namesIn(directory);
  const folders: string[] = [];
  for (const name of names.filter((it) => !it.startsWith('.')).sort()) {
    const folder = path.join(directory, name);
    const files = await namesIn(folder);
    if (files.some((file) => file === 'manifest.json' || file.endsWith('.onnx')))
      folders.push(folder);
  }
  return folders;
}

async function namesIn(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch {
    return [];
  }
}

function asRefusal(error: unknown): { code: ErrorCode; reason: string } {
  const { code, message } = toErrorReport(error);
  return { code, reason: message };
}
