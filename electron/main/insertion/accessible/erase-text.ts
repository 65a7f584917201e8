import type { System } from '#shared/system.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import { askUntil } from '../ask-until.ts';
import type { Target } from '../insertion.ts';
import type { Clock } from '../port.ts';
import { realClock } from '../real-clock.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { openAccessibilityBus, type AccessibleBus } from './accessibility-bus.ts';
import { FocusedText } from './focused-text.ts';

/** Removes a text of the window that has the focus. Resolves with whether it did. Never rejects. */
export type EraseText = (text: string, target: Target) => Promise<boolean>;

/** Null on desktops where no program can be asked for its text. */
export const selectEraseText = (system: System, busAddress: string | null): EraseText | null =>
  system === 'linux' && busAddress !== null ? eraseThroughAccessibility(busAddress) : null;

/**
 * Removes a text if its program reports it right before the caret. It is deleted through the
 * program's own interface: keys such as Backspace could reach another text.
 *
 * @param address of the session bus
 */
export const eraseThroughAccessibility =
  (address: string): EraseText =>
  async (text, { processId }) => {
    const buses: SessionBus[] = [];
    const opened = (bus: SessionBus): SessionBus => {
      buses.push(bus);
      return bus;
    };
    try {
      const session = opened(await SessionBus.open(address));
      const bus = opened(await openAccessibilityBus(session));
      return await eraseFocused(bus, text, processId, realClock);
    } catch {
      return false;
    } finally {
      for (const bus of buses) bus.close();
    }
  };

/**
 * Removes a text of the widget with the focus. Resolves with whether it did.
 *
 * @param processId of the program; undefined looks in all of them
 */
export async function eraseFocused(
  bus: AccessibleBus,
  text: string,
  processId: number | undefined,
  clock: Clock,
): Promise<boolean> {
  const focused = await FocusedText.find(bus, processId, clock);
  if (focused === null || text === '' || (await focused.hasSelection())) return false;
  const end = await focused.caret();
  const start = await startOf(focused, text, end);
  if (start === null) return false;
  const expected = (await focused.length()) - (end - start);
  const isRefused = await focused.delete(start, end).then(
    (isDeleted) => !isDeleted,
    // No answer in time: a busy program may still delete it.
    () => false,
  );
  if (isRefused) return false;
  // A program may say that it has deleted what it has not, or report the deletion late.
  const isGone = async (): Promise<true | null> => {
    const length = await focused.length().catch(() => null);
    return length === expected ? true : null;
  };
  const patience = { timeoutMs: tuning.erasedMs, pollMs: tuning.erasedPollMs };
  return (await askUntil(isGone, clock, patience)) !== null;
}

/** Where a text begins that ends at a position; null if another text is there. */
async function startOf(focused: FocusedText, text: string, end: number): Promise<number | null> {
  // GTK counts characters, and Qt counts an emoji as two.
  for (const length of new Set([Array.from(text).length, text.length]))
    if (end >= length && (await focused.read(end - length, end)) === text) return end - length;
  return null;
}
