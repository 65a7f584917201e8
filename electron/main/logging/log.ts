import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BoundedFile } from './bounded-file.ts';
import { events, type EventName, type FactsOf } from './events.ts';

/** The number of lines in a report. */
const recentLines = 200;

type FactsArgument<Name extends EventName> = [FactsOf<Name>] extends [never]
  ? []
  : [facts: FactsOf<Name>];

/** The log of the app, one line per event, never with speech or the key (see events.ts). */
export class Log {
  readonly #file: BoundedFile;
  readonly #recent: string[];

  /** @param folder the folder of `main.log`; see {@link openLogFolder} */
  constructor(folder: string) {
    this.#recent = lastLines(folder);
    this.#file = new BoundedFile(folder, 'main.log');
  }

  /** Adds a line. It never throws: a line that cannot be written is lost. */
  event<Name extends EventName>(name: Name, ...[facts]: FactsArgument<Name>): void {
    const line = lineOf(new Date(), name, facts ?? {});
    this.#recent.push(line);
    this.#recent.splice(0, this.#recent.length - recentLines);
    this.#file.write(`${line}\n`);
  }

  /**
   * The newest lines, oldest first, also of the run before. They exist even if the file cannot be
   * written.
   */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Resolves when every line is on the disk. */
  close(): Promise<void> {
    return this.#file.close();
  }
}

/**
 * Creates the folder of the logs, for its owner only. If that fails there are no log files.
 *
 * @returns its path
 */
export function openLogFolder(userData: string): string {
  const folder = join(userData, 'logs');
  try {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
  } catch {
    // `settings/user-data.ts` reports this once for all files.
  }
  return folder;
}

/** `TIME LEVEL AREA NAME name=value …`; several values of one name are joined by commas. */
export function lineOf(time: Date, name: EventName, facts: object): string {
  const { level, area } = events[name];
  const pairs = Object.entries(facts).map(([fact, value]) => `${fact}=${String(value)}`);
  return [time.toISOString(), level, area, name, ...pairs].join(' ');
}

function lastLines(folder: string): string[] {
  const text = ['main.log.1', 'main.log'].map((name) => textOf(join(folder, name))).join('');
  return text.split('\n').filter(Boolean).slice(-recentLines);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
