import { z } from 'zod';
import { importedIdSchema, styleFileSchema } from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

const importedStylesSchema = z.object({
  styles: z.array(
    z.object({ id: importedIdSchema, importedAt: z.string(), file: styleFileSchema }),
  ),
});
export type ImportedStyles = z.infer<typeof importedStylesSchema>;
export type KeptStyle = ImportedStyles['styles'][number];

/** Opens the styles that were imported from files, kept as one document. */
export function openImportedStyles(file: string): Promise<StudioDocument<ImportedStyles>> {
  return openDocument(file, importedStylesSchema, { styles: [] });
}
