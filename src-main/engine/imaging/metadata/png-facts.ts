import { isoDate } from './dates';
import type { Facts } from './facts';

/** Keywords of a PNG's text chunks (PNG specification, section 11.3.4.2). */
export function pngFacts(comments: readonly { keyword: string; text: string }[]): Facts {
  const find = (...keywords: string[]) =>
    comments.find(({ keyword }) => keywords.includes(keyword.toLowerCase()))?.text ?? null;
  return {
    takenAt: isoDate(find('creation time') ?? ''),
    title: find('title'),
    author: find('author', 'artist'),
    description: find('description', 'comment'),
  };
}
