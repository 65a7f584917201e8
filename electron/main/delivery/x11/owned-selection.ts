import type { Property, XEvent } from 'x11';
import type { XConnection } from './connection.ts';
import { isText, type Content, type Value } from './content.ts';
import { putValue } from './transfer.ts';

/** What happens to a selection of ours. */
export interface Observer {
  /** A client wants to know what there is, or what it is. */
  asked(client: number): void;
  /** A client has got all of a text. */
  hasRead(client: number): void;
  /** Another client has taken the selection. */
  lost(): void;
}

/** A selection that may be ours: takes it, answers who asks for it, and notices when it is lost. */
export class OwnedSelection {
  readonly #connection: XConnection;
  readonly #selection: number;
  readonly #observer: Observer;
  #content: Content | null = null;
  #sinceTime = 0;
  /** Counts how often it was taken, so that the loss of an earlier time is not taken for one. */
  #turn = 0;

  constructor(connection: XConnection, selection: number, observer: Observer) {
    this.#connection = connection;
    this.#selection = selection;
    this.#observer = observer;
    connection.onEvent((event) => {
      if (event.selection !== selection) return;
      // Windows and programs go away while they are answered; nobody is left to tell.
      if (event.name === 'SelectionRequest') this.#answer(event).catch(() => undefined);
      if (event.name === 'SelectionClear') this.#check().catch(() => undefined);
    });
  }

  /** What it holds; null where it is another client's or nobody's. */
  get content(): Content | null {
    return this.#content;
  }

  /** Takes it, whoever has it. False where the server gave it to somebody else. */
  async take(content: Content): Promise<boolean> {
    const time = await this.#connection.serverTime();
    return this.#own(content, time);
  }

  /** Puts other content there, or none, only while it is ours. False where it is not. */
  async replace(content: Content): Promise<boolean> {
    const time = await this.#connection.serverTime();
    return this.#connection.exclusively(async () => {
      if (!(await this.isOurs())) return false;
      if (content.size > 0) return this.#own(content, time);
      this.#content = null;
      this.#connection.X.SetSelectionOwner(0, this.#selection, time);
      return true;
    });
  }

  async #own(content: Content, time: number): Promise<boolean> {
    this.#turn += 1;
    // Who asks is answered at once, and may ask before the server has answered us.
    this.#content = content;
    this.#sinceTime = time;
    this.#connection.X.SetSelectionOwner(this.#connection.window, this.#selection, time);
    if (await this.isOurs()) return true;
    this.#content = null;
    return false;
  }

  /** What the server says: news of a loss may still be on its way. */
  async isOurs(): Promise<boolean> {
    const { X, window } = this.#connection;
    const owner = await this.#connection.ask<number>((cb) =>
      X.GetSelectionOwner(this.#selection, cb),
    );
    return owner === window;
  }

  /** The news of a loss may be older than our taking it again, so the server is asked. */
  async #check(): Promise<void> {
    const turn = this.#turn;
    if ((await this.isOurs()) || turn !== this.#turn || this.#content === null) return;
    this.#content = null;
    this.#observer.lost();
  }

  async #answer(event: XEvent): Promise<void> {
    const { requestor = 0, target: format = 0, time = 0 } = event;
    // Old clients name no property and mean the one that is called like the format.
    const property = event.property === 0 ? format : (event.property ?? format);
    this.#observer.asked(this.#connection.clientOf(requestor));
    const tell = (written: number): Promise<void> =>
      this.#connection.done((cb) =>
        this.#connection.X.SendEvent(
          requestor,
          0,
          0,
          {
            name: 'SelectionNotify',
            requestor,
            selection: this.#selection,
            target: format,
            property: written,
            time,
          },
          cb,
        ),
      );
    if (format === this.#connection.atom('MULTIPLE')) {
      await this.#answerMultiple(requestor, property, () => tell(property));
      return;
    }
    const value = this.#valueOf(format);
    if (value === null) await tell(0);
    else await this.#give(requestor, property, format, value, () => tell(property));
  }

  async #give(
    requestor: number,
    property: number,
    format: number,
    value: Value,
    tell: () => Promise<void>,
  ): Promise<void> {
    const isWhole = await putValue(this.#connection, requestor, property, value, tell);
    if (isWhole && isText(this.#connection, format))
      this.#observer.hasRead(this.#connection.clientOf(requestor));
  }

  /** Several formats in one go: pairs of a format and a property, 0 for those there are not. */
  async #answerMultiple(
    requestor: number,
    property: number,
    tell: () => Promise<void>,
  ): Promise<void> {
    const { X } = this.#connection;
    const { data, type } = await this.#connection.ask<Property>((cb) =>
      X.GetProperty(0, requestor, property, 0, 0, 1_024, cb),
    );
    const pairs = Array.from({ length: data.length >> 2 }, (_, at) => data.readUInt32LE(at * 4));
    const given: Promise<void>[] = [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const [format = 0, into = 0] = pairs.slice(at, at + 2);
      const value = this.#valueOf(format);
      if (value === null) pairs[at + 1] = 0;
      else {
        const announced = Promise.withResolvers<undefined>();
        given.push(
          this.#give(requestor, into, format, value, () => {
            announced.resolve(undefined);
            return Promise.resolve();
          }).finally(() => announced.resolve(undefined)),
        );
        await announced.promise;
      }
    }
    await this.#connection.done((cb) =>
      X.ChangeProperty(0, requestor, property, type, 32, pairs, cb),
    );
    await tell();
    await Promise.all(given);
  }

  #valueOf(format: number): Value | null {
    const content = this.#content;
    if (content === null) return null;
    if (format === this.#connection.atom('TARGETS')) {
      const own = (['TARGETS', 'TIMESTAMP', 'MULTIPLE'] as const).map((name) =>
        this.#connection.atom(name),
      );
      return this.#cardinals('ATOM', [...own, ...content.keys()]);
    }
    if (format === this.#connection.atom('TIMESTAMP'))
      return this.#cardinals('INTEGER', [this.#sinceTime]);
    return content.get(format) ?? null;
  }

  #cardinals(type: 'ATOM' | 'INTEGER', values: number[]): Value {
    const data = Buffer.alloc(values.length * 4);
    for (const [at, value] of values.entries()) data.writeUInt32LE(value, at * 4);
    return { type: this.#connection.atom(type), format: 32, data };
  }
}
