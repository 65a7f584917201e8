import type { Cipher } from './key-store.ts';

/** The file of the API key, which holds other secrets, too. Changing it throws the file system's errors. */
export interface SecretFile {
  get(name: string): unknown;
  set(name: string, value: string): void;
}

/**
 * A secret that the system issues again when it is lost, so no problem is reported if it cannot be stored.
 * It is on disk if the system can encrypt it, and in memory otherwise. It is never stored in clear text.
 */
export class StoredSecret {
  readonly #file: SecretFile;
  readonly #name: string;
  readonly #cipher: Cipher;
  #secret: string | null = null;

  /** @param name of the entry in the file */
  constructor(file: SecretFile, name: string, cipher: Cipher) {
    this.#file = file;
    this.#name = name;
    this.#cipher = cipher;
  }

  /** Null if no secret is stored, or if it cannot be decrypted here. */
  async load(): Promise<string | null> {
    this.#secret ??= await this.#stored().catch(() => null);
    return this.#secret;
  }

  async save(secret: string): Promise<void> {
    this.#secret = secret;
    await this.#store(secret).catch(() => undefined);
  }

  async #stored(): Promise<string | null> {
    const encrypted = this.#file.get(this.#name);
    if (typeof encrypted !== 'string' || !(await this.#cipher.isAvailable())) return null;
    return this.#cipher.decrypt(encrypted);
  }

  async #store(secret: string): Promise<void> {
    if (await this.#cipher.isAvailable())
      this.#file.set(this.#name, await this.#cipher.encrypt(secret));
  }
}
