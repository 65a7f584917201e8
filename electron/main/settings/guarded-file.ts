import { constants, copyFileSync, existsSync } from 'node:fs';
import { basename } from 'node:path';
import { problem, type Problem } from '#shared/problem.ts';
import { asideName, isUsable, setAside, type Values } from './json-file.ts';

/** A file of values, such as electron-store's. */
interface ValuesFile {
  readonly path: string;
  /** Read from the disk each time. Setting it throws the file system's error. */
  store: Values;
}

/**
 * One of the app's JSON files, which other programs may break while the app runs. The app then goes
 * on with the values that it read last. The next change sets the broken file aside, and writes these
 * values and the change to a fresh one.
 */
export class GuardedFile {
  readonly #file: ValuesFile;
  #last: Values;
  #onSetAside: (problem: Problem) => void = () => undefined;

  /** @param file a file that can be read now */
  constructor(file: ValuesFile) {
    this.#file = file;
    this.#last = file.store;
  }

  /** Calls back with a problem to show each time the file, or a copy of it, is kept aside. */
  onSetAside(callback: (problem: Problem) => void): void {
    this.#onSetAside = callback;
  }

  get path(): string {
    return this.#file.path;
  }

  get store(): Values {
    if (isUsable(this.path)) this.#last = this.#file.store;
    return this.#last;
  }

  set store(values: Values) {
    const isBroken = !isUsable(this.path);
    const aside = isBroken ? setAside(this.path) : null;
    if (isBroken && aside === null) throw new Error(`${this.path} cannot be set aside.`);
    this.#file.store = values;
    this.#last = values;
    if (aside === null) return;
    this.#onSetAside(problem('file-replaced', { file: basename(this.path), aside }));
  }

  /**
   * Keeps a copy, because the next change overwrites what the app could not use. A file that broke
   * is set aside by that change.
   *
   * @throws the file system's error
   */
  keepCopy(): void {
    if (!isUsable(this.path) || !existsSync(this.path)) return;
    const copy = asideName(this.path);
    copyFileSync(this.path, copy, constants.COPYFILE_EXCL);
    this.#onSetAside(problem('file-overwritten', { file: basename(this.path), copy }));
  }

  get(name: string): unknown {
    return this.store[name];
  }

  set(name: string, value: unknown): void {
    this.store = { ...this.store, [name]: value };
  }

  delete(name: string): void {
    this.store = Object.fromEntries(Object.entries(this.store).filter(([key]) => key !== name));
  }
}
