import type { ArtworkId, ArtworkStyle, StylePeriod } from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import { decideHead } from '../inference/head-decision';
import { vectorIdOf } from '../inference/vector-id';
import { headAnswer, judgeBy } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

type ModelStyle = Pick<ArtworkStyle, 'heads' | 'period'>;

/** What the active model says of a work by itself; empty when the model has neither heads nor a period. */
async function modelStyle(
  { catalogue, encoder, table }: EngineContext,
  id: ArtworkId,
): Promise<ModelStyle> {
  const manifest = await encoder.manifest();
  const works = await table.get([id]);
  const { hash } = catalogue.artworks.get(id);
  if (!manifest) return { heads: {}, period: null };
  const find = (reading: string) =>
    catalogue.vectors.find(hash, vectorIdOf(manifest), `head:${reading}`);
  const novelty = find('novelty')?.[0];
  const heads: ArtworkStyle['heads'] = {};
  for (const head of manifest.heads) {
    const logits = find(head.id);
    if (logits) heads[head.id] = headAnswer(works, id, decideHead(head, logits, novelty));
  }
  const familiar = heads['movement']?.verdict !== 'unfamiliar';
  return { heads, period: familiar ? periodOf(manifest, find('period')) : null };
}

/** The quantiles are learnt one by one and may cross: the years are put in order. */
function periodOf({ period }: ModelManifest, years: Float32Array | null): StylePeriod | null {
  if (!period || !years) return null;
  const [from = 0, middle = 0, to = 0] = Float32Array.from(years).sort().map(Math.round);
  return { from, middle, to, coverage: Math.min(period.coverage, period.measured) };
}

/** What the imported styles say of a work; of hands they say it elsewhere. */
async function importedAnswers(
  { styleShelf, table }: EngineContext,
  id: ArtworkId,
): Promise<ArtworkStyle['imported']> {
  const styles = (await styleShelf.list()).filter(
    ({ usable, teaches }) => usable && teaches === 'labels',
  );
  const works = await table.get([id]);
  const answers: ArtworkStyle['imported'] = [];
  for (const style of styles) {
    const { learner } = await styleShelf.learnerOf(style.id);
    const answer = judgeBy(works, learner).answer(id);
    if (answer) answers.push({ id: style.id, name: style.name, answer });
  }
  return answers;
}

export function styleHandlers(context: EngineContext): HandlersOf<'style'> {
  const { catalogue, styles, emit } = context;
  return {
    'style.of': async ({ id }) => ({
      own: catalogue.labels.labelsOf(catalogue.artworks.get(id).id),
      learnt: (await styles.get([id])).answer(id),
      imported: await importedAnswers(context, id),
      ...(await modelStyle(context, id)),
    }),
    'style.label': async ({ ids, label, on }) => {
      catalogue.labels.setLabel(ids, label, on);
      emit('catalogue.changed', { ids, total: catalogue.artworks.countVisible() });
      return styles.relearn(on ? ids : []);
    },
    'style.learnt': async () => (await styles.get()).summary,
  };
}
