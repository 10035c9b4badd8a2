import type { Language } from './language.ts';

/** The languages that followup writes by itself; loaded one by one. */
const LANGUAGES: Readonly<Record<string, () => Promise<Language>>> = {
  en: async () => (await import('./languages/en.ts')).ENGLISH,
  de: async () => (await import('./languages/de.ts')).GERMAN,
  fr: async () => (await import('./languages/fr.ts')).FRENCH,
  es: async () => (await import('./languages/es.ts')).SPANISH,
};

/** The language with a code such as "de" or "de-AT"; null if followup does not write it by itself. */
export async function loadLanguage(code: string): Promise<Language | null> {
  const [plain = ''] = code.split('-');
  const load = Object.hasOwn(LANGUAGES, plain) ? LANGUAGES[plain] : undefined;
  return (await load?.()) ?? null;
}
