import { ok, type Result } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Outcome, Target } from '../insertion.ts';
import { settleMsAfter } from '../settle.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { textContent, type Content } from './content.ts';
import { focus as focusNow, type Focus } from './focus.ts';
import type { Chord, Keyboard, Pressed } from './keyboard.ts';
import type { OwnedSelection } from './owned-selection.ts';
import { readSelection } from './read-selection.ts';
import { Reading } from './reading.ts';
import type { Session } from './session.ts';

/** A text on its way into a window. */
export interface Paste {
  text: string;
  target: Target;
  focus: Focus;
  keyboard: Keyboard;
  chord: Chord;
  /** When its insertion began, by `performance.now()`. */
  askedAtMs: number;
}

/** A selection with its old content. */
type Saved = [selection: OwnedSelection, content: Content];

const held = (problem: Problem): Outcome => ({ type: 'held', problem });

const contended = problem('clipboard-contended', {});

/** Leaves a text on the clipboard, for the given reason. */
export async function leaveOnClipboard(
  { connection, clipboard }: Session,
  text: string,
  why: Problem,
): Promise<Outcome> {
  const isThere = await clipboard.take(textContent(connection, text));
  return isThere ? { type: 'on-clipboard', problem: why } : held(contended);
}

/**
 * Pastes a text, and restores the clipboard once the target has read it. While a key is held or a menu
 * is open, the clipboard keeps the person's content, because they may be about to paste or copy.
 */
export async function pasteText(session: Session, paste: Paste): Promise<Outcome> {
  const { keyboard, chord, target } = paste;
  const deadlineMs = performance.now() + tuning.releaseTimeoutMs;
  for (;;) {
    if (!(await keyboard.waitUntilFree(chord, deadlineMs)))
      return held(problem('keyboard-taken', {}));
    const saved = await save(session, chord);
    if (!saved.ok) return held(saved.problem);
    const content = textContent(session.connection, paste.text);
    for (const [selection] of saved.value) await selection.take(content);
    const pressed = await press(session, paste, saved.value);
    if (pressed === 'sent') return readBack(session, paste, saved.value);
    await putBack(saved.value);
    if (pressed !== 'keyboard-taken') return held(whyNotSent[pressed](target.app));
  }
}

/** The key is sent: finds out what happened to the text. */
async function readBack(session: Session, paste: Paste, saved: Saved[]): Promise<Outcome> {
  const { connection } = session;
  // Some programs read every copied content before any key. Only reads after the key count.
  const windows = [paste.focus.windowId, paste.focus.inputWindow];
  const reading = new Reading(windows.map((window) => connection.clientOf(window)));
  session.observer = reading;
  try {
    return await untilRead(session, paste, saved, reading);
  } finally {
    session.observer = null;
  }
}

const whyNotSent: Record<Exclude<Pressed, 'sent' | 'keyboard-taken'>, (app: string) => Problem> = {
  'focus-moved': (app) => problem('focus-moved', { app }),
  'clipboard-taken': () => contended,
};

/** The app's own content need not be read. */
async function save(
  { connection, clipboard, primary }: Session,
  { keys }: Chord,
): Promise<Result<Saved[]>> {
  const owned = [{ selection: clipboard, atom: connection.atom('CLIPBOARD') }];
  if (keys === 'shift-insert') owned.push({ selection: primary, atom: connection.atom('PRIMARY') });
  const saved: Saved[] = [];
  for (const { selection, atom } of owned) {
    const content =
      selection.content === null
        ? await readSelection(connection, atom)
        : ok<Content>(selection.content);
    if (!content.ok) return content;
    saved.push([selection, content.value]);
  }
  return ok(saved);
}

/** Presses the key. Programs move the focus within their own window. */
async function press(
  { connection }: Session,
  { keyboard, chord, focus }: Paste,
  saved: Saved[],
): Promise<Pressed> {
  const selections = saved.map(([selection]) => selection);
  const deadlineMs = performance.now() + tuning.focusWithinTimeoutMs;
  let { inputWindow } = focus;
  for (;;) {
    const pressed = await keyboard.press(chord, inputWindow, selections);
    const now = pressed === 'focus-moved' ? await focusNow(connection).catch(() => null) : null;
    if (now?.windowId !== focus.windowId || performance.now() > deadlineMs) return pressed;
    ({ inputWindow } = now);
  }
}

async function untilRead(
  session: Session,
  { text, target, askedAtMs }: Paste,
  saved: Saved[],
  reading: Reading,
): Promise<Outcome> {
  const keySentMs = performance.now() - askedAtMs;
  const serverTimeMs = await session.connection.serverTime();
  const end = await reading.end(tuning.readTimeoutMs);
  if (end === 'late')
    return { type: 'on-clipboard', problem: problem('not-read', { app: target.app }) };
  if (end === 'lost') return afterLoss(session, text, target);
  await reading.settled(settleMsAfter(end.readAtMs - askedAtMs - keySentMs));
  await putBack(saved);
  const times = { keySentMs, textReadMs: end.readAtMs - askedAtMs };
  return { type: 'inserted', times, serverTimeMs };
}

async function putBack(saved: Saved[]): Promise<void> {
  for (const [selection, content] of saved) await selection.replace(content);
}

/**
 * Another program owns the clipboard: a manager that takes everything over, or a program with new
 * content.
 */
async function afterLoss(
  { connection, clipboard }: Session,
  text: string,
  { app }: Target,
): Promise<Outcome> {
  const utf8 = connection.atom('UTF8_STRING');
  const read = await readSelection(connection, connection.atom('CLIPBOARD'));
  const content = clipboard.content ?? (read.ok ? read.value : null);
  return content?.get(utf8)?.data.toString() === text
    ? { type: 'on-clipboard', problem: problem('clipboard-taken-over', { app }) }
    : held(problem('clipboard-taken', { app }));
}
