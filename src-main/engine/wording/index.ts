import { m } from './messages/messages';

export type Language = 'en' | 'zh';

/** A message by its key; the key itself where the catalogue of words does not have it. */
export type Say = (key: string, inputs?: Readonly<Record<string, string>>) => string;

const messages = m as unknown as Readonly<
  Record<string, ((inputs: object, options: { locale: Language }) => string) | undefined>
>;

/** All messages in one language, whatever language the process itself speaks. */
export function wordsIn(language: Language): Say {
  return (key, inputs = {}) => messages[key]?.(inputs, { locale: language }) ?? key;
}
