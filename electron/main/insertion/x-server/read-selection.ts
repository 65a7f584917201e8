import type { Property, XEvent } from 'x11';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { isOtherPicture, requestFormats } from '../../../clipboard-formats.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import type { AtomName, XConnection, XEventQueue } from './connection.ts';
import type { Content, Value } from './content.ts';

/** Formats that refer to objects that the owner has in the X server and takes along. */
const serverFormats = ['BITMAP', 'COLORMAP', 'DRAWABLE', 'PIXMAP'] as const;

const notContent: AtomName[] = [...requestFormats, ...serverFormats];

/**
 * Reads a selection of another client in every offered format; of a picture, only PNG and SVG if there
 * is PNG. Empty if nobody owns it. Fails if it is larger, or takes longer, than the tuning allows,
 * because incomplete content cannot be restored.
 */
export async function readSelection(
  connection: XConnection,
  selection: number,
): Promise<Result<Content>> {
  const { X } = connection;
  const owner = await connection.ask<number>((cb) => X.GetSelectionOwner(selection, cb));
  if (owner === 0) return ok(new Map());
  const reader = new Reader(connection, selection);
  try {
    const offered = await reader.read(connection.atom('TARGETS'));
    const content = new Map<number, Value>();
    for (const format of await wanted(connection, offered)) {
      const value = await reader.read(format);
      if (value !== null) content.set(format, value);
    }
    return ok(content);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return failed(problem('clipboard-unreadable', {}));
  } finally {
    reader.stop();
  }
}

/** The formats to read. An owner without a list is asked for text. */
async function wanted(connection: XConnection, offered: Value | null): Promise<number[]> {
  if (offered?.format !== 32) return [connection.atom('UTF8_STRING')];
  const skipped = new Set(notContent.map((name) => connection.atom(name)));
  const formats: { atom: number; name: string }[] = [];
  for (let at = 0; at + 4 <= offered.data.length; at += 4) {
    const atom = offered.data.readUInt32LE(at);
    if (skipped.has(atom)) continue;
    skipped.add(atom);
    const name = await connection.ask<string>((cb) => connection.X.GetAtomName(atom, cb));
    formats.push({ atom, name });
  }
  const hasPng = formats.some(({ name }) => name === 'image/png');
  return formats.filter(({ name }) => !hasPng || !isOtherPicture(name)).map(({ atom }) => atom);
}

/** The content is too large or takes too long. */
class Unreadable extends Error {}

class Reader {
  readonly #connection: XConnection;
  readonly #selection: number;
  readonly #property: number;
  readonly #events: XEventQueue;
  readonly #deadlineMs = performance.now() + tuning.saveTimeoutMs;
  #bytes = 0;

  constructor(connection: XConnection, selection: number) {
    this.#connection = connection;
    this.#selection = selection;
    this.#property = connection.atom('_CAPTIONKEY_DATA');
    this.#events = connection.queue((event) => this.#isAnswer(event) || this.#isWritten(event));
  }

  stop(): void {
    this.#events.stop();
  }

  /** The selection in one format; null if the owner does not have it. */
  async read(format: number): Promise<Value | null> {
    const { X, window } = this.#connection;
    await this.#connection.done((cb) =>
      X.ConvertSelection(window, this.#selection, format, this.#property, 0, cb),
    );
    const answer = await this.#next((event) => this.#isAnswer(event) && event.target === format);
    if (answer.property === 0) return null;
    // Deleting the property requests the first part of a long value.
    const first = await this.#take();
    if (first.type !== this.#connection.atom('INCR')) return asValue(first, [first.data]);
    const parts: Property[] = [];
    for (;;) {
      await this.#next((event) => this.#isWritten(event));
      const part = await this.#take();
      // An owner may write twice before the property is deleted once.
      if (part.format === 0) continue;
      if (part.data.length === 0)
        return asValue(
          parts[0] ?? part,
          parts.map(({ data }) => data),
        );
      parts.push(part);
    }
  }

  #isAnswer({ name, requestor, selection }: XEvent): boolean {
    return (
      name === 'SelectionNotify' &&
      requestor === this.#connection.window &&
      selection === this.#selection
    );
  }

  #isWritten({ name, wid, atom, state }: XEvent): boolean {
    const { window } = this.#connection;
    return name === 'PropertyNotify' && wid === window && atom === this.#property && state === 0;
  }

  async #next(isWanted: (event: XEvent) => boolean): Promise<XEvent> {
    for (;;) {
      const event = await this.#events.next(this.#deadlineMs);
      if (event === null) throw new Unreadable();
      if (isWanted(event)) return event;
    }
  }

  async #take(): Promise<Property> {
    const { X, window } = this.#connection;
    const units = Math.ceil(tuning.saveBytes / 4);
    const property = await this.#connection.ask<Property>((cb) =>
      X.GetProperty(1, window, this.#property, 0, 0, units, cb),
    );
    this.#bytes += property.data.length;
    if (property.bytesAfter > 0 || this.#bytes > tuning.saveBytes) throw new Unreadable();
    return property;
  }
}

function asValue({ type, format }: Property, parts: Buffer[]): Value | null {
  if (format !== 8 && format !== 16 && format !== 32) return null;
  return { type, format, data: Buffer.concat(parts) };
}
