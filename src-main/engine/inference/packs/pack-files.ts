import type { ModelManifest } from '../../../contract/manifest';

/** Notes for people that come with a model, where the pack has them. */
const NOTES = ['CARD.md', 'LICENSE', 'LICENSE.txt', 'LICENSE.md', 'NOTICE'];

/** Bare names of all files of a pack beside its manifest; nothing else of a folder or an archive is taken. */
export function packFiles(manifest: ModelManifest): { needed: string[]; welcome: string[] } {
  const { file, text } = manifest;
  const ofText = text ? [text.file, text.tokenizer.file] : [];
  return { needed: [file, ...ofText], welcome: NOTES };
}
