import { basename } from 'node:path';
import type { Problem } from '#shared/status.ts';
import { isUsable, setAside, type Values } from './json-file.ts';

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

  /** @param file which can be read now */
  constructor(file: ValuesFile) {
    this.#file = file;
    this.#last = file.store;
  }

  /** Calls back with a problem to show each time the file was broken and has been set aside. */
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
    const sentence = `${basename(this.path)} could not be read any more, so CaptionKey has written it again. What it held is kept as ${aside}.`;
    this.#onSetAside({ code: 'file-set-aside', sentence });
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
