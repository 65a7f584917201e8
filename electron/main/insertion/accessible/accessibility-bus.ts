import * as v from 'valibot';
import { SessionBus, variantOf } from '../../dbus/session-bus.ts';
import { insertionTuning as tuning } from '../tuning.ts';

/* The bus on which programs report their windows and widgets to assistive technologies (AT-SPI). */

const accessible = 'org.a11y.atspi.Accessible';
const rootPath = '/org/a11y/atspi/accessible/root';

/** The program that knows the others. */
export const registry = 'org.a11y.atspi.Registry';

/** Bits of the states of AT-SPI. */
export const states = { active: 1 << 1, focused: 1 << 12, showing: 1 << 25 };

/** A window or widget, by its program's connection to the bus and a path that the program chose. */
export interface Place {
  sender: string;
  path: string;
}

/** What has the windows of a program as its children. That of the registry has the programs. */
export const rootOf = (sender: string): Place => ({ sender, path: rootPath });

/** What is needed of a connection to the bus, to ask programs. */
export type AccessibleBus = Pick<SessionBus, 'call' | 'pidOf'>;

interface Question {
  interface: string;
  member: string;
  signature?: string;
  body?: unknown[];
}

const addressSchema = v.tuple([v.string()]);
const referencesSchema = v.tuple([v.array(v.tuple([v.string(), v.string()]))]);
const statesSchema = v.tuple([v.pipe(v.array(v.number()), v.minLength(1))]);

/** Rejects if the session has no accessibility bus. */
export async function openAccessibilityBus(session: SessionBus): Promise<SessionBus> {
  const answer = await session.call({
    ...{ destination: 'org.a11y.Bus', path: '/org/a11y/bus', interface: 'org.a11y.Bus' },
    member: 'GetAddress',
  });
  return SessionBus.open(v.parse(addressSchema, answer)[0]);
}

/** Resolves with the values of the answer, which are not parsed yet. Rejects if none comes in time. */
export const ask = (
  bus: AccessibleBus,
  { sender, path }: Place,
  question: Question,
  timeoutMs: number = tuning.accessibilityMs,
): Promise<unknown[]> => bus.call({ destination: sender, path, ...question, timeoutMs });

/** The children of a window or widget; none if its program does not answer. */
export async function childrenOf(
  bus: AccessibleBus,
  place: Place,
  timeoutMs?: number,
): Promise<Place[]> {
  const question = { interface: accessible, member: 'GetChildren' };
  const answer = await ask(bus, place, question, timeoutMs).catch(() => null);
  const children = v.safeParse(referencesSchema, answer);
  return children.success ? children.output[0].map(([sender, path]) => ({ sender, path })) : [];
}

/** Whether a window or widget has a state; false if its program does not answer. */
export async function hasState(
  bus: AccessibleBus,
  place: Place,
  state: number,
  timeoutMs?: number,
): Promise<boolean> {
  const question = { interface: accessible, member: 'GetState' };
  const answer = await ask(bus, place, question, timeoutMs).catch(() => null);
  const known = v.safeParse(statesSchema, answer);
  return known.success && ((known.output[0][0] ?? 0) & state) !== 0;
}

/** Rejects if the program does not answer with such a value. */
export async function propertyOf<T>(
  bus: AccessibleBus,
  place: Place,
  name: { of: string; name: string },
  schema: v.GenericSchema<unknown, T>,
): Promise<T> {
  const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
  const answer = await ask(bus, place, { ...get, body: [name.of, name.name] });
  return v.parse(v.tuple([variantOf(schema)]), answer)[0];
}

/** The name of a program, such as `gedit`. Rejects if it does not answer. */
export const programNameOf = (bus: AccessibleBus, sender: string): Promise<string> =>
  propertyOf(bus, rootOf(sender), { of: accessible, name: 'Name' }, v.string());
