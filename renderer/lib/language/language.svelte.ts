import { en } from '#shared/messages/en/index.ts';
import { showMessages } from '#shared/messages/index.ts';
import { loadMessages } from '#shared/messages/load.ts';
import type { UiLanguage } from '#shared/ui-languages.ts';
import { request, subscribe } from '../ipc/ipc.ts';

/** The texts of this page. What reads one while it is drawn is drawn again with the next language. */
let shown = $state.raw(en);
showMessages(() => shown);

/** The language that main has named last. A file that loads slowly must not replace it. */
let wanted: UiLanguage = 'en';

/** Shows the page in a language, once its texts are loaded. */
export async function showLanguage(language: UiLanguage): Promise<void> {
  wanted = language;
  const texts = await loadMessages[language]();
  if (wanted !== language) return;
  shown = texts;
  document.documentElement.lang = texts.locale;
}

/** Shows the page in the language of the app, now and after each change. Without an answer it is English. */
export async function followLanguage(): Promise<void> {
  subscribe('language:changed', (language) => void showLanguage(language));
  const answer = await request('language:read');
  if (answer.ok) await showLanguage(answer.value);
}
