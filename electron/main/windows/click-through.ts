import { EventEmitter } from 'node:events';
import type { ProblemStore } from '../problems/problem-store.ts';
import type { SettingsStore } from '../settings/settings-store.ts';

interface Parts {
  window: { ignoreMouse(isIgnored: boolean): void };
  settings: Pick<SettingsStore, 'all' | 'choose' | 'on'>;
  problems: Pick<ProblemStore, 'set'>;
}

/**
 * Lets the mouse through the captions, or not. The person gets them back even if the setting cannot be
 * written.
 */
export class ClickThrough extends EventEmitter<{ changed: [] }> {
  readonly #parts: Parts;
  #isOn = false;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
    const { settings } = parts;
    this.#set(settings.all.captionsClickThrough);
    settings.on('changed', (names) => {
      if (names.includes('captionsClickThrough')) this.#set(settings.all.captionsClickThrough);
    });
  }

  get isOn(): boolean {
    return this.#isOn;
  }

  toggle(): void {
    const { settings, problems } = this.#parts;
    this.#set(!this.#isOn);
    const kept = settings.choose('captionsClickThrough', this.#isOn);
    if (!kept.ok) problems.set('folder', kept.problem);
  }

  #set(isOn: boolean): void {
    if (isOn === this.#isOn) return;
    this.#isOn = isOn;
    this.#parts.window.ignoreMouse(isOn);
    this.emit('changed');
  }
}
