import { z } from 'zod';
import { openDocument, type StudioDocument } from './studio-document';

const modelChoiceSchema = z.object({
  /** Key of the model that the user asked for; null leaves it to the shipped ones. */
  chosen: z.string().nullable().default(null),
});
export type ModelChoice = z.infer<typeof modelChoiceSchema>;

/** Opens what the user chose among the models. */
export function openModelChoice(file: string): Promise<StudioDocument<ModelChoice>> {
  return openDocument<ModelChoice>(file, modelChoiceSchema, { chosen: null });
}
