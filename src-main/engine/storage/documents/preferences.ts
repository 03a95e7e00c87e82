import { preferencesSchema, type Preferences } from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

/** Opens the user's preferences; what was never set has its default. */
export function openPreferences(file: string): Promise<StudioDocument<Preferences>> {
  return openDocument<Preferences>(file, preferencesSchema, preferencesSchema.parse({}));
}
