import type { KeySource } from '#shared/setup.ts';
import { failed, ok, type Result } from '#shared/result.ts';

/** Encrypts what is kept on disk, with a secret that the system guards. */
export interface Cipher {
  isAvailable(): Promise<boolean>;
  /** @returns base64 */
  encrypt(text: string): Promise<string>;
  /** @throws where `encrypted` was made by another person or machine */
  decrypt(encrypted: string): Promise<string>;
}

/** The file that holds the encrypted key. */
export interface KeyFile {
  get(name: 'encryptedKey'): unknown;
  set(name: 'encryptedKey', value: string): void;
  delete(name: 'encryptedKey'): void;
}

const noEncryption =
  'This system offers no encrypted storage, so the key is kept until CaptionKey quits. ' +
  'To keep it longer, set ASSEMBLYAI_API_KEY.';

/** The API key of the person. It is held by the main process and shown to nobody. */
export class KeyStore {
  readonly #file: KeyFile;
  readonly #cipher: Cipher;
  readonly #environmentKey: string | null;
  #key: string | null = null;
  #isStored = false;

  /** @param environmentKey used when no key is stored; never written */
  constructor(file: KeyFile, cipher: Cipher, environmentKey: string | undefined) {
    this.#file = file;
    this.#cipher = cipher;
    const trimmed = environmentKey?.trim() ?? '';
    this.#environmentKey = isPossibleKey(trimmed) ? trimmed : null;
  }

  /** Reads the stored key; one that cannot be decrypted any more is as good as none. */
  async load(): Promise<void> {
    const encrypted = this.#file.get('encryptedKey');
    if (typeof encrypted !== 'string') return;
    try {
      if (!(await this.#cipher.isAvailable())) return;
      const key = await this.#cipher.decrypt(encrypted);
      this.#key = isPossibleKey(key) ? key : null;
      this.#isStored = this.#key !== null;
    } catch {
      this.#key = null;
    }
  }

  /** The key to use, or null when there is none. */
  get key(): string | null {
    return this.#key ?? this.#environmentKey;
  }

  get source(): KeySource {
    if (this.#key !== null) return this.#isStored ? 'stored' : 'memory';
    return this.#environmentKey === null ? 'none' : 'environment';
  }

  /** Why the key is not on disk, when it is not. */
  get note(): string | null {
    return this.source === 'memory' ? noEncryption : null;
  }

  /** Keeps a key: on disk where the system can encrypt it, else in memory; never in clear. */
  async save(key: string): Promise<void> {
    const encrypted = await this.#encrypt(key);
    this.#key = key;
    this.#isStored = encrypted !== null;
    // What was stored before must not come back with the next start.
    if (encrypted === null) this.#file.delete('encryptedKey');
    else this.#file.set('encryptedKey', encrypted);
  }

  /** Null where the system cannot, or the person does not let it. */
  async #encrypt(key: string): Promise<string | null> {
    try {
      return (await this.#cipher.isAvailable()) ? await this.#cipher.encrypt(key) : null;
    } catch {
      return null;
    }
  }

  forget(): void {
    this.#key = null;
    this.#isStored = false;
    this.#file.delete('encryptedKey');
  }
}

/** Visible ASCII only: anything else cannot travel in the Authorization header. */
export const isPossibleKey = (text: string): boolean => /^[\x21-\x7e]+$/.test(text);

/** The key as it was pasted, if it can be one at all. */
export function parseKey(pasted: string): Result<string> {
  const key = pasted.trim();
  return isPossibleKey(key)
    ? ok(key)
    : failed(
        'not-a-key',
        'This is not an API key: it contains spaces or other odd characters. Copy it again.',
      );
}
