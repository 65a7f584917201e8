import { open } from 'node:fs/promises';
import { importInto, type Dictionary } from '#core/dictionary/import.ts';
import { dictionaryText } from '#core/dictionary/lines.ts';
import type { DictionaryImport } from '#shared/dictionary.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { PreferencesModel } from '../settings/preferences-model.ts';
import { writeWhole } from '../storage/whole-file.ts';

/** Asks the person for a file to write or to read; null if they cancel. */
export interface AskForFile {
  toSave(): Promise<string | null>;
  toOpen(): Promise<string | null>;
}

/** Far more than the longest entries that the settings take. */
const mostBytes = 5_000_000;

/** The terms and replacements of the settings as a text file. */
export class DictionaryFile {
  readonly #preferences: Pick<PreferencesModel, 'read' | 'change'>;
  readonly #ask: AskForFile;

  constructor(preferences: Pick<PreferencesModel, 'read' | 'change'>, ask: AskForFile) {
    this.#preferences = preferences;
    this.#ask = ask;
  }

  /** @returns the file, or null if the person cancelled */
  async export(): Promise<Result<string | null>> {
    const { keyterms, replacements } = this.#dictionary;
    if (keyterms.length + replacements.length === 0)
      return failed(problem('nothing-to-export', {}));
    const path = await this.#ask.toSave();
    if (path === null) return ok(null);
    const text = dictionaryText([
      ...keyterms.map((term) => ({ type: 'term', term }) as const),
      ...replacements.map((replacement) => ({ type: 'replacement', replacement }) as const),
    ]);
    return writeWhole(path, text);
  }

  /** @returns what was added, or null if the person cancelled */
  async import(): Promise<Result<DictionaryImport | null>> {
    const path = await this.#ask.toOpen();
    if (path === null) return ok(null);
    const text = await read(path);
    if (!text.ok) return text;
    const before = this.#dictionary;
    const { dictionary, imported } = importInto(before, text.value);
    const { keyterms, replacements } = dictionary;
    const changed = this.#preferences.change({
      ...(imported.terms > 0 && { keyterms }),
      ...(imported.replacements > 0 && { replacements }),
    });
    return changed.ok ? ok(imported) : changed;
  }

  get #dictionary(): Dictionary {
    return this.#preferences.read().preferences;
  }
}

async function read(path: string): Promise<Result<string>> {
  try {
    const bytes = await readUpTo(path, mostBytes);
    const text = bytes === null ? null : decoded(bytes);
    return text === null ? failed(problem('not-a-dictionary', { path })) : ok(text);
  } catch {
    return failed(problem('cannot-import', { path }));
  }
}

/**
 * @returns null if the file has more bytes, which are not read
 * @throws the file system's error
 */
async function readUpTo(path: string, most: number): Promise<Uint8Array | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    return size > most ? null : await file.readFile();
  } finally {
    await file.close();
  }
}

/** @returns null if the bytes are no text in UTF-8 */
function decoded(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
