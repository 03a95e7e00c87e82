import type { ModelManifest } from '../../../contract/manifest';

/** A model card that tells what was done to the pair, and what nobody has measured. */
export function pairCard(manifest: ModelManifest, layer: string | null): string {
  const { name, source, licence, input, text } = manifest;
  const style =
    layer === null
      ? 'the same vector as the subject: no layer was found to take the style from'
      : `mean and standard deviation over the tokens of \`${layer}\`, signed square root`;
  return `# ${name}

Made from ${source} with \`oeuvre pack\`. Licence of the weights: ${licence}.

- Pictures: ${input.width} x ${input.height} px (\`${input.fit}\`), scaled by Oeuvre, normalised in the graph.
- \`subject\`: the embedding that pictures share with texts.
- \`style\`: ${style}.
- Texts: at most ${text?.contextLength ?? 0} tokens.

The wrapped graph was compared with the plain one on a picture of noise and answered the same. How well it finds
styles or descriptions was not measured; \`oeuvre evaluate style\` measures retrieval on labelled works. The model
has no heads, so no movement, genre, medium or period is told with it.
`;
}
