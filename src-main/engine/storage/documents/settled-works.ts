import { z } from 'zod';
import { artworkIdSchema } from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

const settledWorksSchema = z.object({
  works: z.array(z.object({ id: artworkIdSchema, at: z.string() })),
});
export type SettledWorks = z.infer<typeof settledWorksSchema>;

/** Opens the works that were proposed for retirement and that the user keeps or has put away. */
export function openSettledWorks(file: string): Promise<StudioDocument<SettledWorks>> {
  return openDocument(file, settledWorksSchema, { works: [] });
}
