import { EventEmitter } from 'node:events';
import { showMessages } from '#shared/messages/index.ts';
import { languages } from '#shared/messages/languages.ts';
import { uiLanguageOf, type UiLanguage } from '#shared/ui-languages.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

/**
 * The language of the interface. Main's own texts are in it before anyone hears of a change, so whatever
 * is drawn again on `changed` is right.
 */
export class AppLanguage extends EventEmitter<{ changed: [language: UiLanguage] }> {
  readonly #settings: SettingsStore;
  readonly #preferred: () => readonly string[];
  #current: UiLanguage;

  /** @param preferred returns the languages of the system, the favourite first */
  constructor(settings: SettingsStore, preferred: () => readonly string[]) {
    super();
    this.#settings = settings;
    this.#preferred = preferred;
    this.#current = this.#read();
    showMessages(() => languages[this.#current]);
    settings.on('changed', () => this.#update());
  }

  get current(): UiLanguage {
    return this.#current;
  }

  #update(): void {
    const language = this.#read();
    if (language === this.#current) return;
    this.#current = language;
    this.emit('changed', language);
  }

  #read(): UiLanguage {
    return uiLanguageOf(this.#settings.all.appLanguage, this.#preferred());
  }
}
