import { m } from './messages/messages';

/** Labels that models use, with '-' written as '_'. */
const NAMES: Readonly<Record<string, () => string>> = {
  art_nouveau: m.artwork_label_art_nouveau,
  baroque: m.artwork_label_baroque,
  cubism: m.artwork_label_cubism,
  expressionism: m.artwork_label_expressionism,
  impressionism: m.artwork_label_impressionism,
  japonism: m.artwork_label_japonism,
  post_impressionism: m.artwork_label_post_impressionism,
  rococo: m.artwork_label_rococo,
  romanticism: m.artwork_label_romanticism,
  symbolism: m.artwork_label_symbolism,
  landscape: m.artwork_label_landscape,
  portrait: m.artwork_label_portrait,
  genre_painting: m.artwork_label_genre_painting,
  religious_painting: m.artwork_label_religious_painting,
  cityscape: m.artwork_label_cityscape,
  illustration: m.artwork_label_illustration,
  sketch_and_study: m.artwork_label_sketch_and_study,
  still_life: m.artwork_label_still_life,
  nude_painting: m.artwork_label_nude_painting,
  cartoon: m.artwork_label_cartoon,
  line_drawing: m.artwork_label_line_drawing,
  photograph: m.artwork_label_photograph,
  painting: m.artwork_label_painting,
};

/** The name of a model's label in the user's language; one that has none is shown as it is. */
export function labelName(label: string): string {
  const key = label.replaceAll('-', '_');
  return Object.hasOwn(NAMES, key) ? (NAMES[key]?.() ?? label) : label;
}
