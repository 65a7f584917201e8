import type { Property, XEvent } from 'x11';
import type { XConnection } from './connection.ts';
import { isText, type Content, type Value } from './content.ts';
import { putValue } from './transfer.ts';

/** Reports about a selection of the app. */
export interface Observer {
  /** A client asks for the formats or the content. */
  asked(client: number): void;
  /** A client has received a whole text. */
  hasRead(client: number): void;
  /** Another client has taken the selection. */
  lost(): void;
}

/** A selection that the app can own: takes it, answers requests, and notices its loss. */
export class OwnedSelection {
  readonly #connection: XConnection;
  readonly #selection: number;
  readonly #observer: Observer;
  readonly #mayRead: (client: number) => boolean;
  #content: Content | null = null;
  #sinceTime = 0;
  /** Counts how often it was taken, so that an older loss is not mistaken for a new one. */
  #turn = 0;

  /** @param mayRead called at each request of a client; a client that may not read gets nothing */
  constructor(
    connection: XConnection,
    selection: number,
    observer: Observer,
    mayRead: (client: number) => boolean = () => true,
  ) {
    this.#connection = connection;
    this.#selection = selection;
    this.#observer = observer;
    this.#mayRead = mayRead;
    connection.onEvent((event) => {
      if (event.selection !== selection) return;
      // Windows and programs may close while they are answered; then there is no recipient.
      if (event.name === 'SelectionRequest') this.#answer(event).catch(() => undefined);
      if (event.name === 'SelectionClear') this.#check().catch(() => undefined);
    });
  }

  /** The selection's name in the server, such as that of CLIPBOARD. */
  get atom(): number {
    return this.#selection;
  }

  /** The app's content; null if another client, or none, owns it. */
  get content(): Content | null {
    return this.#content;
  }

  /** Takes the selection from any owner. False if the server gave it to another client. */
  async take(content: Content): Promise<boolean> {
    const time = await this.#connection.serverTime();
    return this.#own(content, time);
  }

  /** Replaces the app's content, or removes it. False if the app does not own the selection. */
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
    // A request is answered at once, and may come before the server has answered the app.
    this.#content = content;
    this.#sinceTime = time;
    this.#connection.X.SetSelectionOwner(this.#connection.window, this.#selection, time);
    if (await this.isOurs()) return true;
    this.#content = null;
    return false;
  }

  /** Whether the app owns it, by the server. The report of a loss may still be on its way. */
  async isOurs(): Promise<boolean> {
    const { X, window } = this.#connection;
    const owner = await this.#connection.ask<number>((cb) =>
      X.GetSelectionOwner(this.#selection, cb),
    );
    return owner === window;
  }

  /** Asks the server, because the report of a loss may be older than the newest take. */
  async #check(): Promise<void> {
    const turn = this.#turn;
    if ((await this.isOurs()) || turn !== this.#turn || this.#content === null) return;
    this.#content = null;
    this.#observer.lost();
  }

  async #answer(event: XEvent): Promise<void> {
    const { requestor = 0, target: format = 0, time = 0 } = event;
    // Old clients name no property and mean the one with the name of the format.
    const property = event.property === 0 ? format : (event.property ?? format);
    const client = this.#connection.clientOf(requestor);
    this.#observer.asked(client);
    const notify = (written: number): Promise<void> =>
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
    if (!this.#mayRead(client)) {
      await notify(0);
      return;
    }
    if (format === this.#connection.atom('MULTIPLE')) {
      await this.#answerMultiple(requestor, property, () => notify(property));
      return;
    }
    const value = this.#valueOf(format);
    if (value === null) await notify(0);
    else await this.#give(requestor, property, format, value, () => notify(property));
  }

  async #give(
    requestor: number,
    property: number,
    format: number,
    value: Value,
    notify: () => Promise<void>,
  ): Promise<void> {
    const isWhole = await putValue(this.#connection, requestor, property, value, notify);
    if (isWhole && isText(this.#connection, format))
      this.#observer.hasRead(this.#connection.clientOf(requestor));
  }

  /** Answers a request for several formats: pairs of a format and a property, 0 for missing formats. */
  async #answerMultiple(
    requestor: number,
    property: number,
    notify: () => Promise<void>,
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
    await notify();
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
