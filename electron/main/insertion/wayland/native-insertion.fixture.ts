import { expect, vi } from 'vitest';
import { patient } from '../../../../test/support/patient.ts';
import {
  textOn,
  type WaylandClipboard,
} from '../../../../tools/desktop-harness/wayland/clipboard.ts';
import type { StartedTarget } from '../../../../tools/desktop-harness/wayland/targets.ts';
import { usualRules, type Outcome, type Target } from '../insertion.ts';
import { richContent, text } from '../rich-clipboard.fixture.ts';
import type { NativeInsertion } from './native-insertion.ts';

/* What the tests of the insertion on real Wayland desktops do and expect alike. */

type Reader = Pick<WaylandClipboard, 'content'>;

/** Waits for the whole content of the clipboard. */
export const expectClipboard = (
  clipboard: Reader,
  content: Record<string, Buffer> = richContent,
): Promise<void> =>
  vi.waitFor(async () => expect(await clipboard.content()).toEqual(content), patient);

export async function expectTextOnClipboard(clipboard: Reader): Promise<void> {
  expect(await textOn(clipboard)).toBe(text);
}

/** Inserts two texts, and expects both in their target and the content from before on the clipboard. */
export async function expectTwoTexts(
  insertion: NativeInsertion,
  clipboard: Reader,
  target: StartedTarget,
  focused: Target | null,
): Promise<void> {
  expect(await insertion.insert(text, focused)).toMatchObject({ type: 'inserted' });
  expect(await insertion.insert('Second.', focused)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(() => expect(target.text()).toBe(`${text}Second.`), patient);
  expect(await clipboard.content()).toEqual(richContent);
}

/** Inserts a text with Enter, which empties a GTK entry, and then one without. */
export async function expectEnter(
  insertion: NativeInsertion,
  target: StartedTarget,
  focused: Target | null,
): Promise<void> {
  const withEnter = { ...usualRules, pressesEnter: true };
  expect(await insertion.insert(text, focused, withEnter)).toMatchObject({ enter: 'pressed' });
  await vi.waitFor(() => expect(target.text()).toBe(''), patient);
  expect(await insertion.insert('Second.', focused)).toMatchObject({ type: 'inserted' });
  await vi.waitFor(() => expect(target.text()).toBe('Second.'), patient);
}

/** Tries to insert a text `count` times, and expects the answer that the focus has moved. */
export async function expectFocusMoved(
  insertion: NativeInsertion,
  target: Target | null,
  count: number,
): Promise<void> {
  for (let tries = 0; tries < count; tries += 1)
    expect(await insertion.insert(text, target)).toMatchObject({
      type: 'held',
      problem: { code: 'focus-moved' },
    });
}

/**
 * Inserts `count` texts, which are numbers, while the focus keeps moving.
 *
 * @param move moves the focus for the nth time
 */
export async function insertWhileFocusMoves(
  insertion: NativeInsertion,
  wanted: Target | null,
  count: number,
  move: (nth: number) => Promise<unknown>,
): Promise<{ text: string; type: Outcome['type'] }[]> {
  let isOver = false;
  const moves = (async () => {
    for (let nth = 0; !isOver; nth += 1) await move(nth);
  })();
  const outcomes: { text: string; type: Outcome['type'] }[] = [];
  for (let number = 0; number < count; number += 1) {
    const text = `${number} `;
    outcomes.push({ text, type: (await insertion.insert(text, wanted)).type });
  }
  isOver = true;
  await moves;
  return outcomes;
}

/** Waits until a target has each text that counts as inserted. */
export async function expectInserted(
  target: StartedTarget,
  outcomes: { text: string; type: Outcome['type'] }[],
): Promise<void> {
  for (const { text, type } of outcomes)
    if (type === 'inserted')
      await vi.waitFor(() => expect(` ${target.text()}`).toContain(` ${text}`), patient);
}

/** Stops the process of a window with SIGSTOP, so that it reads nothing. Returns a resume. */
export function pause({ window }: { window: { pid: number } }): () => void {
  process.kill(window.pid, 'SIGSTOP');
  return () => process.kill(window.pid, 'SIGCONT');
}

/** Waits until a text is on the clipboard for its target. */
export const untilOffered = (clipboard: Pick<WaylandClipboard, 'types'>): Promise<void> =>
  vi.waitFor(
    async () => expect(await clipboard.types()).toContain('x-kde-passwordManagerHint'),
    patient,
  );

/** Copies something else while a paused target has not read the text, and expects it to stay. */
export async function expectCopyStays(
  insertion: NativeInsertion,
  clipboard: Pick<WaylandClipboard, 'copy' | 'types' | 'content'>,
  target: { window: { pid: number } },
): Promise<void> {
  const focused = await insertion.focused();
  const resume = pause(target);
  const outcome = insertion.insert(text, focused);
  await untilOffered(clipboard);
  await clipboard.copy({ 'text/plain': 'copied meanwhile' });
  // Before the key or after it.
  expect(await outcome).toMatchObject({
    type: 'held',
    problem: { code: expect.stringMatching(/^clipboard-(contended|taken)$/) as string },
  });
  resume();
  expect(await clipboard.content()).toEqual({ 'text/plain': Buffer.from('copied meanwhile') });
}

/** Kills the helper while a paused target has not read the text. The text is held. */
export async function expectKillHolds(
  insertion: NativeInsertion,
  clipboard: Pick<WaylandClipboard, 'types' | 'content'>,
  target: { window: { pid: number } },
  kill: () => Promise<void>,
): Promise<void> {
  const focused = await insertion.focused();
  const resume = pause(target);
  const outcome = insertion.insert(text, focused);
  await untilOffered(clipboard);
  await kill();
  expect(await outcome).toMatchObject({ type: 'held' });
  resume();
  await expectClipboard(clipboard);
}

export async function expectOnClipboardWithoutWindow(
  insertion: NativeInsertion,
  clipboard: Reader,
): Promise<void> {
  expect(await insertion.insert(text, null)).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'no-target' },
  });
  await expectTextOnClipboard(clipboard);
}
