import { dirname } from 'node:path';
import type { KeySource } from '#shared/app-state.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem, type ProblemParams } from '#shared/problem.ts';
import { whyNotWritten } from './user-data.ts';

/** Encrypts what is kept on disk, with a secret that the system guards. */
export interface Cipher {
  isAvailable(): Promise<boolean>;
  /** @returns base64 */
  encrypt(text: string): Promise<string>;
  /** @throws where `encrypted` was made by another person or machine */
  decrypt(encrypted: string): Promise<string>;
}

/** The file that holds the encrypted key. Changing it throws the file system's errors. */
export interface KeyFile {
  readonly path: string;
  get(name: 'encryptedKey'): unknown;
  set(name: 'encryptedKey', value: string): void;
  delete(name: 'encryptedKey'): void;
}

/** The API key of the person. It is held by the main process and shown to nobody. */
export class KeyStore {
  readonly #file: KeyFile;
  readonly #cipher: Cipher;
  readonly #environmentKey: string | null;
  #key: string | null = null;
  /** Why the key is not on disk; null where it is, or where there is none. */
  #note: Problem | null = null;
  #isUnreadable = false;
  /** Null before the stored key is asked for, and once it is read or another took its place. */
  #reading: Promise<void> | null = null;

  /** @param environmentKey used when no key is stored; never written */
  constructor(file: KeyFile, cipher: Cipher, environmentKey: string | undefined) {
    this.#file = file;
    this.#cipher = cipher;
    const trimmed = environmentKey?.trim() ?? '';
    this.#environmentKey = isPossibleKey(trimmed) ? trimmed : null;
  }

  /**
   * Reads the stored key. One that cannot be decrypted stays in the file, and is reported. The system
   * may ask the person first, so it can take long: {@link reading} says that it has not ended yet.
   */
  load(): Promise<void> {
    const encrypted = this.#file.get('encryptedKey');
    if (encrypted === undefined) return Promise.resolve();
    const reading = this.#decrypt(encrypted).then((key) => {
      // Another key has taken its place in the meantime.
      if (this.#reading !== reading) return;
      this.#reading = null;
      this.#key = key;
      this.#isUnreadable = key === null;
    });
    this.#reading = reading;
    return reading;
  }

  /** Resolves once the stored key is read; null where nothing is being read. */
  get reading(): Promise<void> | null {
    return this.#reading;
  }

  async #decrypt(encrypted: unknown): Promise<string | null> {
    try {
      if (typeof encrypted !== 'string' || !(await this.#cipher.isAvailable())) return null;
      const key = await this.#cipher.decrypt(encrypted);
      return isPossibleKey(key) ? key : null;
    } catch {
      return null;
    }
  }

  /** What is wrong with the stored key until another is saved or it is forgotten, or null. */
  get problem(): Problem | null {
    if (!this.#isUnreadable) return null;
    return problem('key-unreadable', { isReplaced: this.#environmentKey !== null });
  }

  /** The key to use, or null when there is none. */
  get key(): string | null {
    return this.#key ?? this.#environmentKey;
  }

  get source(): KeySource {
    if (this.#key !== null) return this.#note === null ? 'stored' : 'memory';
    return this.#environmentKey === null ? 'none' : 'environment';
  }

  /** Why the key is not on disk, when it is not. */
  get note(): Problem | null {
    return this.#note;
  }

  /**
   * Keeps a key: on disk where the system can encrypt it and the disk takes it, else in memory;
   * never in clear.
   */
  async save(key: string): Promise<void> {
    const encrypted = await this.#encrypt(key);
    this.#reading = null;
    this.#key = key;
    this.#isUnreadable = false;
    this.#note = encrypted === null ? problem('no-encrypted-storage', {}) : null;
    try {
      // What was stored before must not come back with the next start.
      if (encrypted === null) this.#erase();
      else this.#file.set('encryptedKey', encrypted);
    } catch (error) {
      this.#note = problem('key-not-saved', this.#why(error));
    }
  }

  /** Null where the system cannot, or the person does not let it. */
  async #encrypt(key: string): Promise<string | null> {
    try {
      return (await this.#cipher.isAvailable()) ? await this.#cipher.encrypt(key) : null;
    } catch {
      return null;
    }
  }

  /** The key is used no more; where the disk does not let go of it, that is said. */
  forget(): Result<null> {
    this.#reading = null;
    this.#key = null;
    this.#note = null;
    this.#isUnreadable = false;
    try {
      this.#erase();
      return ok(null);
    } catch (error) {
      return failed(problem('key-not-erased', this.#why(error)));
    }
  }

  #erase(): void {
    if (this.#file.get('encryptedKey') !== undefined) this.#file.delete('encryptedKey');
  }

  #why(error: unknown): ProblemParams<'key-not-saved'> {
    return whyNotWritten(error, dirname(this.#file.path));
  }
}

/** Visible ASCII only: anything else cannot travel in the Authorization header. */
const isPossibleKey = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** The key as it was pasted, if it can be one at all. */
export function parseKey(pasted: string): Result<string> {
  const key = pasted.trim();
  return isPossibleKey(key) ? ok(key) : failed(problem('not-a-key', {}));
}
