export interface ColourShare {
  readonly hex: string;
  /** 0..1 */
  readonly share: number;
}

/** A CSS gradient of hard-edged bands, each as wide as its colour's share; 'none' for an empty palette. */
export function paletteGradient(palette: readonly ColourShare[]): string {
  const total = palette.reduce((sum, { share }) => sum + share, 0);
  if (total <= 0) return 'none';
  let at = 0;
  const bands = palette.map(({ hex, share }) => {
    const start = at;
    at += (share / total) * 100;
    return `${hex} ${start.toFixed(2)}% ${at.toFixed(2)}%`;
  });
  return `linear-gradient(to right, ${bands.join(', ')})`;
}
