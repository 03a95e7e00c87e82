/** JSON as the commands write it: a line for each value, and a line break at the end. */
export function jsonText(output: unknown): string {
  return `${JSON.stringify(output, shortened, 1)}\n`;
}

/** Six digits say all that was measured. */
function shortened(_key: string, value: unknown): unknown {
  const long = typeof value === 'number' && !Number.isInteger(value);
  return long ? Number(value.toPrecision(6)) : value;
}
