import { baseLocale, locales, overwriteGetLocale, type Locale } from './messages/runtime';

export type LanguageChoice = Locale | 'system';

/** The language of the interface. Messages read it, so every text on screen follows a change at once. */
class LocaleState {
  #current = $state<Locale>(baseLocale);

  get current(): Locale {
    return this.#current;
  }

  /** @param choice a language, or 'system' for the best match to what the system asks for */
  choose(choice: LanguageChoice, systemLanguages: readonly string[]): void {
    this.#current = choice === 'system' ? bestMatch(systemLanguages) : choice;
    document.documentElement.lang = this.#current === 'zh' ? 'zh-Hans' : 'en';
  }
}

function bestMatch(wanted: readonly string[]): Locale {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const match = locales.find((candidate) => candidate === primary);
    if (match) return match;
  }
  return baseLocale;
}

export const locale = new LocaleState();
overwriteGetLocale(() => locale.current);
