import type { ArtworkId, ArtworkStyle } from '../../contract';
import { decideHead } from '../inference/head-decision';
import { headAnswer } from '../style';
import type { EngineContext } from './engine-context';
import { vectorIdOf } from './encoder-slot';
import type { HandlersOf } from './handlers';

/** What each head of the active model says of a work; empty when the model has no heads. */
async function headAnswers(
  { catalogue, encoder, table }: EngineContext,
  id: ArtworkId,
): Promise<ArtworkStyle['heads']> {
  const manifest = await encoder.manifest();
  const works = await table.get([id]);
  const { hash } = catalogue.artworks.get(id);
  const answers: ArtworkStyle['heads'] = {};
  for (const head of manifest?.heads ?? []) {
    const logits =
      manifest && catalogue.vectors.find(hash, vectorIdOf(manifest), `head:${head.id}`);
    if (!logits) continue;
    const { probabilities, verdict } = decideHead(head, logits);
    const byLabel = new Map(probabilities.map(({ label, p }) => [label, p]));
    answers[head.id] = headAnswer(works, id, {
      head,
      probabilities: head.labels.map((label) => byLabel.get(label) ?? 0),
      familiar: verdict !== 'unfamiliar',
    });
  }
  return answers;
}

export function styleHandlers(context: EngineContext): HandlersOf<'style'> {
  const { catalogue, encoder, styles, emit } = context;
  return {
    'style.of': async ({ id }) => ({
      own: catalogue.labels.labelsOf(catalogue.artworks.get(id).id),
      learnt: (await styles.get([id])).answer(id),
      heads: await headAnswers(context, id),
    }),
    'style.label': async ({ ids, label, on }) => {
      catalogue.labels.setLabel(ids, label, on);
      emit('catalogue.changed', { ids, total: catalogue.artworks.countVisible() });
      return styles.relearn(on ? ids : []);
    },
    'style.learnt': async () => (await styles.get()).summary,
    'style.models': () => encoder.summaries(),
  };
}
