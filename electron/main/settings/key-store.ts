import { dirname } from 'node:path';
import type { KeySource } from '#shared/app-state.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { problem, type Problem, type ProblemParams } from '#shared/problem.ts';
import { whyNotWritten } from './user-data.ts';

/** Encrypts with a secret that the system protects. */
export interface Cipher {
  isAvailable(): Promise<boolean>;
  /** @returns base64 */
  encrypt(text: string): Promise<string>;
  /** @throws if `encrypted` was made by another person or machine */
  decrypt(encrypted: string): Promise<string>;
}

/** The file that holds the encrypted key. Changing it throws the file system's errors. */
export interface KeyFile {
  readonly path: string;
  get(name: 'encryptedKey'): unknown;
  set(name: 'encryptedKey', value: string): void;
  delete(name: 'encryptedKey'): void;
}

/** The person's API key. Only the main process has it, and no window shows it. */
export class KeyStore {
  readonly #file: KeyFile;
  readonly #cipher: Cipher;
  readonly #environmentKey: string | null;
  #key: string | null = null;
  /** Why the key is not on disk; null if it is, or if there is no key. */
  #note: Problem | null = null;
  #isUnreadable = false;
  /**
   * Reads the stored key. Null before the read begins, and once it has ended or another key was saved.
   */
  #reading: Promise<void> | null = null;

  /** @param environmentKey used when no key is stored; never written */
  constructor(file: KeyFile, cipher: Cipher, environmentKey: string | undefined) {
    this.#file = file;
    this.#cipher = cipher;
    const trimmed = environmentKey?.trim() ?? '';
    this.#environmentKey = isPossibleKey(trimmed) ? trimmed : null;
  }

  /**
   * Reads the stored key. A key that cannot be decrypted stays in the file and is reported. The system
   * may ask the person first, so this can take long. Meanwhile {@link reading} is not null.
   */
  load(): Promise<void> {
    const encrypted = this.#file.get('encryptedKey');
    if (encrypted === undefined) return Promise.resolve();
    const reading = this.#decrypt(encrypted).then((key) => {
      // Another key was saved in the meantime.
      if (this.#reading !== reading) return;
      this.#reading = null;
      this.#key = key;
      this.#isUnreadable = key === null;
    });
    this.#reading = reading;
    return reading;
  }

  /** Resolves once the stored key is read; null if it is not being read. */
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

  /** The problem of the stored key until another key is saved or it is removed; or null. */
  get problem(): Problem | null {
    if (!this.#isUnreadable) return null;
    return problem('key-unreadable', { isReplaced: this.#environmentKey !== null });
  }

  /** The key to use; null if there is none. */
  get key(): string | null {
    return this.#key ?? this.#environmentKey;
  }

  get source(): KeySource {
    if (this.#key !== null) return this.#note === null ? 'stored' : 'memory';
    return this.#environmentKey === null ? 'none' : 'environment';
  }

  /** Why the key is not on disk, or null. */
  get note(): Problem | null {
    return this.#note;
  }

  /**
   * Stores a key: on disk if the system can encrypt it and the disk accepts it, otherwise in memory.
   * The key is never stored in clear text.
   */
  async save(key: string): Promise<void> {
    const encrypted = await this.#encrypt(key);
    this.#reading = null;
    this.#key = key;
    this.#isUnreadable = false;
    this.#note = encrypted === null ? problem('no-encrypted-storage', {}) : null;
    try {
      // The earlier key must not return at the next start.
      if (encrypted === null) this.#erase();
      else this.#file.set('encryptedKey', encrypted);
    } catch (error) {
      this.#note = problem('key-not-saved', this.#why(error));
    }
  }

  /** Null if the system cannot encrypt, or the person does not allow it. */
  async #encrypt(key: string): Promise<string | null> {
    try {
      return (await this.#cipher.isAvailable()) ? await this.#cipher.encrypt(key) : null;
    } catch {
      return null;
    }
  }

  /**
   * Removes the key. Fails if the file cannot be changed, but the app does not use the key any more.
   */
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

/** The pasted key without the spaces around it. Fails if it cannot be a key. */
export function parseKey(pasted: string): Result<string> {
  const key = pasted.trim();
  return isPossibleKey(key) ? ok(key) : failed(problem('not-a-key', {}));
}
