import * as v from 'valibot';
import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import {
  ask,
  childrenOf,
  hasState,
  propertyOf,
  registry,
  rootOf,
  states,
  type AccessibleBus,
  type Place,
} from './accessibility-bus.ts';

const textInterface = 'org.a11y.atspi.Text';

/** A document has thousands of widgets, and one that has the focus is found before most of them. */
export const mostCalls = 5_000;

const countSchema = v.tuple([v.number()]);
const rangeSchema = v.tuple([v.number(), v.number()]);
const stringSchema = v.tuple([v.string()]);
const doneSchema = v.tuple([v.boolean()]);

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
    const programs = await search.children([rootOf(registry)]);
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
    const question = { interface: 'org.a11y.atspi.EditableText', member: 'DeleteText' };
    const range = { signature: 'ii', body: [from, to] };
    const answer = await ask(this.#bus, this.#place, { ...question, ...range });
    return v.parse(doneSchema, answer)[0];
  }

  #number(name: 'CaretOffset' | 'CharacterCount'): Promise<number> {
    return propertyOf(this.#bus, this.#place, { of: textInterface, name }, v.number());
  }

  #text(member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    return ask(this.#bus, this.#place, { interface: textInterface, member, signature, body });
  }
}

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
    const children = places.map((place) =>
      this.#within([], (timeoutMs) => childrenOf(this.#bus, place, timeoutMs)),
    );
    return (await Promise.all(children)).flat();
  }

  has(place: Place, state: number): Promise<boolean> {
    return this.#within(false, (timeoutMs) => hasState(this.#bus, place, state, timeoutMs));
  }

  /** The process of a program; null if that is not known. */
  pidOf(sender: string): Promise<number | null> {
    return this.#within<number | null>(null, (timeoutMs) =>
      this.#bus.pidOf(sender, timeoutMs).catch(() => null),
    );
  }

  /** Resolves with what is known without a call once the search is over. */
  async #within<T>(unasked: T, call: (timeoutMs: number) => Promise<T>): Promise<T> {
    const leftMs = this.#endMs - this.#clock.nowMs();
    if (leftMs <= 0 || this.#callsLeft === 0) return unasked;
    this.#callsLeft -= 1;
    return call(Math.min(tuning.accessibilityMs, leftMs));
  }
}

/** Those for which the check is true. */
async function only<T>(all: readonly T[], check: (one: T) => Promise<boolean>): Promise<T[]> {
  const are = await Promise.all(all.map((one) => check(one)));
  return all.filter((_, index) => are[index]);
}
