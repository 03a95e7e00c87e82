const TYPING = 'input, textarea, [contenteditable]';

/** The picture that a paste brings; null where it brings text into a field, or no picture. */
export function pastedFile({ clipboardData, target }: ClipboardEvent): File | null {
  const holdsText = (clipboardData?.types ?? []).includes('text/plain');
  const isTyping = target instanceof Element && target.closest(TYPING) !== null;
  if (isTyping && holdsText) return null;
  const files = [...(clipboardData?.files ?? [])];
  return files.length === 1 ? (files[0] ?? null) : null;
}
