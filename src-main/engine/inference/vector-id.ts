import type { ModelManifest } from '../../contract/manifest';

/** A model's vectors are its own: another version or another file means other vectors. */
export function vectorIdOf({ id, version, sha256 }: ModelManifest): string {
  return `${id}@${version}-${sha256.slice(0, 12)}`;
}
