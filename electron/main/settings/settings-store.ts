import { dirname } from 'node:path';
import * as v from 'valibot';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import {
  chosenSettingsSchema,
  mostDisplays,
  settingsSchema,
  type ChosenSettings,
  type Offset,
  type Settings,
} from '#shared/settings.ts';
import type { Problem } from '#shared/status.ts';
import { whyNotWritten } from './user-data.ts';

/** The file the settings are kept in. */
export interface SettingsFile {
  /**
   * All that is in it, read from the disk each time; setting it throws the file system's error, and
   * then nothing is changed.
   */
  store: unknown;
  readonly path: string;
  /** @throws the file system's error */
  set(name: string, value: unknown): void;
}

/** Also what another version has put there. */
const storedSchema = v.record(v.string(), v.unknown());

/**
 * The person's choices; a value that does not fit counts as not chosen. The file is read at the start
 * and after each change only, because every chunk of sound asks for a setting.
 */
export class SettingsStore {
  readonly #file: SettingsFile;
  readonly #schema: ReturnType<typeof settingsSchema>;
  #stored: unknown;
  #all: Settings;

  constructor(file: SettingsFile, isMac: boolean) {
    this.#file = file;
    this.#schema = settingsSchema(isMac);
    this.#stored = file.store;
    this.#all = v.parse(this.#schema, this.#stored);
  }

  get path(): string {
    return this.#file.path;
  }

  get all(): Settings {
    return this.#all;
  }

  /** Which values do not fit, so that their defaults are used, or null. */
  get problem(): Problem | null {
    const { issues = [] } = v.safeParse(chosenSettingsSchema, this.#stored);
    const names = new Set(issues.map(({ path }) => String(path?.[0].key)));
    if (names.size === 0) return null;
    const list = [...names].join(' and ');
    const sentence = `What settings.json says of ${list} makes no sense, so the default is used. Correct it in ${this.path}, then start CaptionKey again.`;
    return { code: 'bad-setting', sentence };
  }

  /** Keeps the choice; where it cannot be kept, the one before stays. */
  choose<Name extends keyof Settings>(name: Name, value: Settings[Name]): Result<null> {
    return this.#keep(name, value);
  }

  chooseMicrophone(microphone: MicrophoneRef | null): Result<null> {
    return this.choose('microphone', microphone);
  }

  /** Keeps several settings at once, or none of them. */
  keep(changed: ChosenSettings): Result<null> {
    return this.#write(() => {
      this.#file.store = { ...v.parse(storedSchema, this.#file.store), ...changed };
    });
  }

  /** Where the captions were put on that display, or null where nobody has moved them. */
  captionsPosition(displayId: number): Offset | null {
    return this.all.captionsPositions.find((known) => known.displayId === displayId) ?? null;
  }

  /** The displays that were not used for longest are forgotten. */
  rememberCaptionsPosition(displayId: number, { x, y }: Offset): Result<null> {
    const others = this.all.captionsPositions.filter((known) => known.displayId !== displayId);
    const positions = [...others, { displayId, x, y }].slice(-mostDisplays);
    return this.#keep('captionsPositions', positions);
  }

  #keep(name: keyof Settings, value: unknown): Result<null> {
    return this.#write(() => this.#file.set(name, value));
  }

  #write(write: () => void): Result<null> {
    try {
      write();
      this.#stored = this.#file.store;
      this.#all = v.parse(this.#schema, this.#stored);
      return ok(null);
    } catch (error) {
      const why = whyNotWritten(error, dirname(this.path));
      return failed('cannot-save', `The choice could not be saved, because ${why}.`);
    }
  }
}
