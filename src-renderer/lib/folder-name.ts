/** The last part of a path, on any system; the path itself where there is none. */
export function folderName(path: string): string {
  return path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
}
