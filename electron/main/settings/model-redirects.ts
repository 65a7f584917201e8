import { modelName } from '#shared/session-configuration.ts';
import { mostRedirects } from '#shared/settings.ts';
import type { Problem } from '#shared/status.ts';
import { Timer } from '../timer.ts';
import type { SettingsStore } from './settings-store.ts';

/** Long enough to be read; the panel shows it for good. */
const shownMs = 10_000;

/** Shows once that the service runs another model than the one that was asked for. */
export class ModelRedirects {
  readonly #settings: SettingsStore;
  readonly #show: (problem: Problem | null) => void;
  readonly #isShown: (problem: Problem) => boolean;
  #problem: Problem | null = null;
  readonly #timer = new Timer(() => this.#hide());

  /** @param isShown whether this problem is the one that the person sees */
  constructor(
    settings: SettingsStore,
    show: (problem: Problem | null) => void,
    isShown: (problem: Problem) => boolean,
  ) {
    this.#settings = settings;
    this.#show = show;
    this.#isShown = isShown;
  }

  /** @param ranModel as the service names it */
  redirected(askedModel: string, ranModel: string): void {
    const redirect = `${askedModel} ${ranModel}`;
    const { knownRedirects } = this.#settings.all;
    if (knownRedirects.includes(redirect)) return;
    // If it cannot be kept, it is shown again after the next start.
    this.#settings.choose('knownRedirects', [...knownRedirects, redirect].slice(-mostRedirects));
    const sentence = `AssemblyAI runs ${modelName(ranModel)} instead of ${modelName(askedModel)}. To ask for it, choose it under Recognition.`;
    this.#problem = { code: 'model-redirected', sentence };
    this.#show(this.#problem);
    this.#timer.set(shownMs);
  }

  #hide(): void {
    if (this.#problem !== null && this.#isShown(this.#problem)) this.#show(null);
    this.#problem = null;
  }
}
