import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { MicrophoneRef } from '#shared/microphone.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { settingsSchema, type ChosenSettings, type Settings } from '#shared/settings.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { System } from '#shared/system.ts';
import { unreadSettings, wouldLose, type UnreadSettings } from './unread-settings.ts';
import { whyNotWritten } from './user-data.ts';

/** The file with the settings. */
export interface SettingsFile {
  /**
   * All of its values, read from the disk each time. Setting them throws the file system's error, and
   * then nothing is changed.
   */
  store: unknown;
  readonly path: string;
  /** @throws the file system's error */
  set(name: string, value: unknown): void;
  /**
   * Keeps a copy of the file, because the next change overwrites what could not be used.
   *
   * @throws the file system's error
   */
  keepCopy(): void;
}

/** Settings that version 0.1 wrote under another name. */
const oldNames = { delivery: 'insertion', deliverAgainHotkey: 'insertLastHotkey' } as const;

/** A value under the new name is newer than one under the old name. */
function withNewNames(stored: unknown): unknown {
  const result = v.safeParse(storedSchema, stored);
  if (!result.success) return stored;
  const values = { ...result.output };
  for (const [old, name] of Object.entries(oldNames))
    if (old in values) values[name] ??= values[old];
  return values;
}

/** The file may also have values of another version. */
const storedSchema = v.record(v.string(), v.unknown());

/**
 * All settings. A value that does not fit counts as not chosen, and so does an entry of a list. The
 * file is read and parsed at the start and after each change only, because every chunk of sound asks
 * for a setting. Emits the names of the settings that were changed and written.
 */
export class SettingsStore extends EventEmitter<{ changed: [names: string[]] }> {
  readonly #file: SettingsFile;
  readonly #schema: ReturnType<typeof settingsSchema>;
  #all: Settings;
  #unread: UnreadSettings;

  constructor(file: SettingsFile, system: System) {
    super();
    this.#file = file;
    this.#schema = settingsSchema(system);
    const store = withNewNames(file.store);
    this.#all = v.parse(this.#schema, store);
    this.#unread = unreadSettings(store);
  }

  get path(): string {
    return this.#file.path;
  }

  get all(): Settings {
    return this.#all;
  }

  /** The part of the file that cannot be used, or null. */
  get problem(): Problem | null {
    const { values, entries } = this.#unread;
    if (values.length === 0 && entries.size === 0) return null;
    const lists = [...entries].map(([name, positions]) => ({ name, positions }));
    return problem('settings-unread', { path: this.path, values, lists });
  }

  /** Stores a choice. If that fails, the earlier choice stays. */
  choose<Name extends keyof Settings>(name: Name, value: Settings[Name]): Result<null> {
    return this.#keep(name, value);
  }

  chooseMicrophone(microphone: MicrophoneRef | null): Result<null> {
    return this.choose('microphone', microphone);
  }

  /** Stores several settings at once, or none of them. */
  keep(changed: ChosenSettings): Result<null> {
    return this.#write(Object.keys(changed), () => {
      this.#file.store = { ...v.parse(storedSchema, this.#file.store), ...changed };
    });
  }

  #keep(name: keyof Settings, value: unknown): Result<null> {
    return this.#write([name], () => this.#file.set(name, value));
  }

  #write(names: string[], write: () => void): Result<null> {
    try {
      if (wouldLose(this.#unread, names)) this.#file.keepCopy();
      write();
      const store = withNewNames(this.#file.store);
      this.#all = v.parse(this.#schema, store);
      this.#unread = unreadSettings(store);
    } catch (error) {
      return failed(problem('cannot-save', whyNotWritten(error, dirname(this.path))));
    }
    this.emit('changed', names);
    return ok(null);
  }
}
