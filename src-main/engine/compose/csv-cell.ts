/** A cell of a table as RFC 4180 has it: quoted where it must be; a text that a spreadsheet would take for a formula is kept a text by an apostrophe. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text =
    typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
