import { beforeEach, expect, test } from 'vitest';
import { registry, rootOf, states } from '../accessible/accessibility-bus.ts';
import type { Incoming, MethodCall } from '../../dbus/session-bus.ts';
import { AtspiFocus, type FocusBus } from './atspi-focus.ts';

const editor = { sender: ':1.7', path: '/editor' };
const browser = { sender: ':1.8', path: '/browser' };

/** Two programs with a window each. They report nothing until a test says so. */
class Programs implements FocusBus {
  /** Which window says that it is in front. */
  front: typeof editor | null = editor;
  /** No program answers. */
  isSilent = false;
  /** Runs while a program is asked for the state of its window. */
  whileAsked: (() => void) | null = null;
  #receive: (signal: Incoming) => void = () => undefined;

  report(member: 'Activate' | 'Deactivate', window: typeof editor): void {
    this.#receive({ ...window, member, interface: '', body: [] });
  }

  call({ destination, path, member }: MethodCall): Promise<unknown[]> {
    if (this.isSilent) return Promise.reject(new Error('The program does not answer.'));
    if (member === 'GetChildren') return Promise.resolve([this.#childrenOf(destination)]);
    if (member === 'Get') return Promise.resolve([{ value: 'program' }]);
    if (member !== 'GetState') return Promise.resolve([]);
    this.whileAsked?.();
    return Promise.resolve([[path === this.front?.path ? states.active : 0]]);
  }

  pidOf(): Promise<number> {
    return Promise.resolve(7);
  }

  listen(_: unknown, onSignal: (signal: Incoming) => void): Promise<() => void> {
    this.#receive = onSignal;
    return Promise.resolve(() => undefined);
  }

  onEnd(): Promise<() => void> {
    return Promise.resolve(() => undefined);
  }

  close(): void {
    this.#receive = () => undefined;
  }

  #childrenOf(destination: string): [string, string][] {
    const windows = [editor, browser];
    if (destination === registry) return windows.map(({ sender }) => [sender, rootOf(sender).path]);
    return windows.filter((one) => one.sender === destination).map((one) => [one.sender, one.path]);
  }
}

let programs: Programs;
let focus: AtspiFocus;

beforeEach(async () => {
  programs = new Programs();
  focus = await AtspiFocus.on(programs);
});

const found = async (): Promise<string | null> => (await focus.window())?.id ?? null;

test('a window that a search has found is in front while its late report comes', async () => {
  expect(await found()).toBe(':1.7/editor');
  const before = focus.changes;
  programs.whileAsked = () => programs.report('Activate', editor);
  expect(await found()).toBe(':1.7/editor');
  expect(focus.changes).toBe(before);
});

test('a late report of the window before changes nothing', async () => {
  programs.report('Activate', editor);
  programs.report('Activate', browser);
  programs.front = browser;
  const before = focus.changes;
  programs.whileAsked = () => programs.report('Deactivate', editor);
  expect(await found()).toBe(':1.8/browser');
  expect(focus.changes).toBe(before);
});

test('a window that leaves the front while it is asked is not in front', async () => {
  programs.report('Activate', editor);
  programs.whileAsked = () => programs.report('Deactivate', editor);
  expect(await found()).toBe(null);
});

test('a window that does not answer is in front until it reports that it has left', async () => {
  programs.report('Activate', editor);
  programs.isSilent = true;
  const before = focus.changes;
  expect(await found()).toBe(null);
  expect(focus.changes).toBe(before);
  programs.report('Deactivate', editor);
  expect(focus.changes).toBe(before + 1);
});

test('a window that a search finds has come to the front', async () => {
  programs.report('Activate', editor);
  programs.report('Deactivate', editor);
  const before = focus.changes;
  expect(await found()).toBe(':1.7/editor');
  expect(focus.changes).toBe(before + 1);
});

test('a window that leaves the front and comes back has changed twice', async () => {
  programs.report('Activate', editor);
  const before = focus.changes;
  programs.report('Deactivate', editor);
  programs.report('Activate', editor);
  expect(focus.changes).toBe(before + 2);
  expect(await found()).toBe(':1.7/editor');
});

test('while the window in front is unknown, a window that leaves the front is a change', async () => {
  programs.front = null;
  expect(await found()).toBe(null);
  const before = focus.changes;
  programs.report('Deactivate', editor);
  expect(focus.changes).toBe(before + 1);
});
