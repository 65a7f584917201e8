import * as v from 'valibot';
import { variantOf, type SessionBus } from '../../dbus/session-bus.ts';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';

const accessible = 'org.a11y.atspi.Accessible';
const textInterface = 'org.a11y.atspi.Text';
const registry = 'org.a11y.atspi.Registry';
const rootPath = '/org/a11y/atspi/accessible/root';

/** Bits of the states of AT-SPI. */
const states = { active: 1 << 1, focused: 1 << 12, showing: 1 << 25 };

/** A document has thousands of widgets, and one that has the focus is found before most of them. */
export const mostCalls = 5_000;

const referencesSchema = v.tuple([v.array(v.tuple([v.string(), v.string()]))]);
const statesSchema = v.tuple([v.pipe(v.array(v.number()), v.minLength(1))]);
const numberSchema = v.tuple([variantOf(v.number())]);
const countSchema = v.tuple([v.number()]);
const rangeSchema = v.tuple([v.number(), v.number()]);
const stringSchema = v.tuple([v.string()]);
const doneSchema = v.tuple([v.boolean()]);

/** A widget, by its program's connection to the accessibility bus and a path that the program chose. */
interface Place {
  sender: string;
  path: string;
}

/** The calls on the accessibility bus. */
export type AccessibleBus = Pick<SessionBus, 'call' | 'pidOf'>;

interface Call {
  interface: string;
  member: string;
  signature?: string;
  body?: unknown[];
}

/**
 * The text that has the focus, as its program reports it to assistive technologies (AT-SPI). Positions
 * count as the program counts. Its methods reject if the program does not answer.
 */
export class FocusedText {
  readonly #bus: AccessibleBus;
  readonly #place: Place;

  private constructor(bus: AccessibleBus, place: Place) {
    this.#bus = bus;
    this.#place = place;
  }

  /**
   * Finds the widget with the focus in the window in front; null if no program reports one in time.
   *
   * @param bus the accessibility bus
   * @param processId of the program; undefined looks in all of them
   */
  static async find(
    bus: AccessibleBus,
    processId: number | undefined,
    clock: Clock,
  ): Promise<FocusedText | null> {
    const search = new Search(bus, clock);
    const programs = await search.children([{ sender: registry, path: rootPath }]);
    const own = await only(programs, async ({ sender }) =>
      processId === undefined ? true : (await search.pidOf(sender)) === processId,
    );
    const windows = await search.children(own);
    let level = await only(windows, (place) => search.has(place, states.active));
    while (level.length > 0) {
      const [focused] = await only(level, (place) => search.has(place, states.focused));
      if (focused !== undefined) return new FocusedText(bus, focused);
      const children = await search.children(level);
      level = await only(children, (place) => search.has(place, states.showing));
    }
    return null;
  }

  /** The position of the caret. Negative if the widget has none. */
  async caret(): Promise<number> {
    return this.#number('CaretOffset');
  }

  async length(): Promise<number> {
    return this.#number('CharacterCount');
  }

  async hasSelection(): Promise<boolean> {
    const [count] = v.parse(countSchema, await this.#text('GetNSelections'));
    if (count === 0) return false;
    const [from, to] = v.parse(rangeSchema, await this.#text('GetSelection', 'i', [0]));
    return from !== to;
  }

  async read(from: number, to: number): Promise<string> {
    return v.parse(stringSchema, await this.#text('GetText', 'ii', [from, to]))[0];
  }

  /** @returns whether the program says that it has deleted it */
  async delete(from: number, to: number): Promise<boolean> {
    const call = { interface: 'org.a11y.atspi.EditableText', member: 'DeleteText' };
    const range = { signature: 'ii', body: [from, to] };
    const answer = await ask(this.#bus, this.#place, { ...call, ...range });
    return v.parse(doneSchema, answer)[0];
  }

  async #number(name: 'CaretOffset' | 'CharacterCount'): Promise<number> {
    const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
    const answer = await ask(this.#bus, this.#place, { ...get, body: [textInterface, name] });
    return v.parse(numberSchema, answer)[0];
  }

  #text(member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    return ask(this.#bus, this.#place, { interface: textInterface, member, signature, body });
  }
}

const ask = (
  bus: AccessibleBus,
  { sender, path }: Place,
  call: Call,
  timeoutMs: number = tuning.accessibilityMs,
): Promise<unknown[]> => bus.call({ destination: sender, path, ...call, timeoutMs });

/** The questions of one search. Once its time or its calls are used up, nothing is asked any more. */
class Search {
  readonly #bus: AccessibleBus;
  readonly #clock: Clock;
  readonly #endMs: number;
  #callsLeft = mostCalls;

  constructor(bus: AccessibleBus, clock: Clock) {
    this.#bus = bus;
    this.#clock = clock;
    this.#endMs = clock.nowMs() + tuning.accessibleSearchMs;
  }

  async children(places: readonly Place[]): Promise<Place[]> {
    return (await Promise.all(places.map((place) => this.#childrenOf(place)))).flat();
  }

  async has(place: Place, state: number): Promise<boolean> {
    const answer = v.safeParse(statesSchema, await this.#ask(place, 'GetState'));
    return answer.success && ((answer.output[0][0] ?? 0) & state) !== 0;
  }

  /** The process of a program; null if that is not known. */
  pidOf(sender: string): Promise<number | null> {
    return this.#within((timeoutMs) => this.#bus.pidOf(sender, timeoutMs));
  }

  async #childrenOf(place: Place): Promise<Place[]> {
    const answer = v.safeParse(referencesSchema, await this.#ask(place, 'GetChildren'));
    return answer.success ? answer.output[0].map(([sender, path]) => ({ sender, path })) : [];
  }

  #ask(place: Place, member: string): Promise<unknown[] | null> {
    const call = { interface: accessible, member };
    return this.#within((timeoutMs) => ask(this.#bus, place, call, timeoutMs));
  }

  /** Resolves with null if there is no answer in time. */
  async #within<T>(call: (timeoutMs: number) => Promise<T>): Promise<T | null> {
    const leftMs = this.#endMs - this.#clock.nowMs();
    if (leftMs <= 0 || this.#callsLeft === 0) return null;
    this.#callsLeft -= 1;
    return call(Math.min(tuning.accessibilityMs, leftMs)).catch(() => null);
  }
}

/** Those for which the check is true. */
async function only<T>(all: readonly T[], check: (one: T) => Promise<boolean>): Promise<T[]> {
  const are = await Promise.all(all.map((one) => check(one)));
  return all.filter((_, index) => are[index]);
}
