import * as v from 'valibot';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { settingsSchema, type Settings } from '#shared/settings.ts';

/** The file the settings are kept in. */
export interface SettingsFile {
  readonly store: unknown;
  readonly path: string;
  set(name: string, value: unknown): void;
}

/** The person's choices; a value that does not fit counts as not chosen. */
export class SettingsStore {
  readonly #file: SettingsFile;
  readonly #schema: ReturnType<typeof settingsSchema>;

  constructor(file: SettingsFile, isMac: boolean) {
    this.#file = file;
    this.#schema = settingsSchema(isMac);
  }

  get path(): string {
    return this.#file.path;
  }

  get all(): Settings {
    return v.parse(this.#schema, this.#file.store);
  }

  chooseMicrophone(microphone: MicrophoneRef | null): void {
    this.#file.set('microphone', microphone);
  }
}
