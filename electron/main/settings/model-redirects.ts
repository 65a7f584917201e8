import { modelName } from '#shared/session-configuration.ts';
import { limits } from '#shared/limits.ts';
import { problem } from '#shared/problem.ts';
import type { ProblemStore } from '../problems/problem-store.ts';
import { Timer } from '../time/timer.ts';
import type { SettingsStore } from './settings-store.ts';
import { mainTuning } from '../time/tuning.ts';

/** Shows once that the service runs another model than the one that was asked for. */
export class ModelRedirects {
  readonly #settings: SettingsStore;
  readonly #problems: Pick<ProblemStore, 'set'>;
  readonly #timer = new Timer(() => this.#problems.set('model', null));

  constructor(settings: SettingsStore, problems: Pick<ProblemStore, 'set'>) {
    this.#settings = settings;
    this.#problems = problems;
  }

  /** @param ranModel as the service names it */
  redirected(askedModel: string, ranModel: string): void {
    const redirect = `${askedModel} ${ranModel}`;
    const { knownRedirects } = this.#settings.all;
    if (knownRedirects.includes(redirect)) return;
    // If it cannot be kept, it is shown again after the next start.
    this.#settings.choose('knownRedirects', [...knownRedirects, redirect].slice(-limits.redirects));
    const names = { asked: modelName(askedModel), ran: modelName(ranModel) };
    this.#problems.set('model', problem('model-redirected', names));
    this.#timer.set(mainTuning.redirectShownMs);
  }
}
