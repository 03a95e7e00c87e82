/** A file's name may hold anything, also what a terminal would obey. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are to go
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}
