import type { ColourName } from '../../../contract';
import { parseHex, srgbToOklab, type Oklab } from '../../kernel/oklab';

/**
 * One typical colour for each name: full-strength paint-outs of the pigments as manufacturers' charts show them on
 * screen, rounded, and for the plain words (sage, slate, ...) what artists' dictionaries agree on.
 */
const ANCHORS: Record<ColourName, string> = {
  white: '#fafafa',
  ivory: '#f6f0dc',
  cream: '#f3e3b8',
  linen: '#e6ddd0',
  beige: '#d3bf9f',
  sand: '#c5a878',
  taupe: '#8b7d70',
  pearl_grey: '#dedede',
  silver: '#bdbfc1',
  ash_grey: '#989898',
  stone: '#777570',
  slate: '#5f6b78',
  payne_grey: '#3f4a5a',
  graphite: '#4c4c4d',
  charcoal: '#2e2e30',
  ivory_black: '#121212',
  ink: '#14192b',
  sepia: '#40301f',
  raw_umber: '#6a4c2d',
  burnt_umber: '#4e2418',
  raw_sienna: '#b5763a',
  burnt_sienna: '#8a3c20',
  ochre: '#c48a2a',
  gold: '#d6a83c',
  straw: '#dcc872',
  naples_yellow: '#f2d58a',
  lemon: '#f5ea43',
  cadmium_yellow: '#fbc800',
  amber: '#f5a100',
  cadmium_orange: '#ee7421',
  apricot: '#f4ad6c',
  peach: '#f5c6a5',
  terracotta: '#c26a4a',
  rust: '#a8481c',
  venetian_red: '#9c3022',
  vermilion: '#de3a22',
  crimson: '#b3122f',
  burgundy: '#5e1226',
  coral: '#f1705f',
  rose: '#dd6a8a',
  blush: '#edbfc2',
  old_rose: '#b98a87',
  magenta: '#c4217f',
  mauve: '#9c7a94',
  plum: '#74365f',
  aubergine: '#35192f',
  violet: '#6a3a9c',
  lavender: '#b3a3d6',
  ultramarine: '#2b2f9e',
  cobalt: '#1e55b5',
  indigo: '#2a3560',
  prussian_blue: '#103650',
  steel_blue: '#55809f',
  cerulean: '#1d8cc0',
  sky_blue: '#86bde3',
  ice_blue: '#d2e4ea',
  turquoise: '#2fb8ae',
  teal: '#13707a',
  viridian: '#2a7a62',
  emerald: '#12a163',
  bottle_green: '#163d2c',
  sap_green: '#4a7326',
  moss: '#7c8142',
  olive: '#5b5a24',
  khaki: '#8c7f5e',
  green_earth: '#6d7560',
  sage: '#9aa886',
  celadon: '#b4cdb4',
  mint: '#93dcba',
  chartreuse: '#acd02c',
};

/** Hue decides a name more than value does, so a and b count for more than lightness. */
const CHROMATIC_WEIGHT = 2;

const TABLE = (Object.keys(ANCHORS) as ColourName[]).map((name) => ({
  name,
  lab: srgbToOklab(...parseHex(ANCHORS[name])),
}));

/** The painter's name nearest to a colour. */
export function colourName([l, a, b]: Readonly<Oklab>): ColourName {
  let best: ColourName = 'white';
  let least = Infinity;
  for (const { name, lab } of TABLE) {
    const chromatic = (lab[1] - a) ** 2 + (lab[2] - b) ** 2;
    const distance = (lab[0] - l) ** 2 + CHROMATIC_WEIGHT ** 2 * chromatic;
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}
