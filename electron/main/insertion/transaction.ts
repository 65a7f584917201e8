import type { Problem } from '#shared/status.ts';
import { isSameWindow, nothingSaid, type Outcome, type Target } from '../delivery/delivery.ts';
import { deliveryTuning as tuning } from '../delivery/tuning.ts';
import type { Clock, InsertionPort, OwnedText, Pressed, Receipt } from './port.ts';
import * as sentences from './sentences.ts';

const held = (problem: Problem): Outcome => ({ type: 'held', problem });

/** Leaves a text on the clipboard, for the reason that is given. Never rejects. */
export async function leaveOnClipboard(
  port: Pick<InsertionPort<unknown>, 'own'>,
  text: string,
  problem: Problem | null,
): Promise<Outcome> {
  if (text === '') return nothingSaid;
  try {
    const owned = await port.own(text, null);
    return owned ? { type: 'on-clipboard', problem } : held(sentences.clipboardContended);
  } catch {
    return held(sentences.desktopGone);
  }
}

/**
 * Pastes a text into the window that had the focus, and puts the clipboard back. The text goes there
 * or nowhere; whatever fails, the clipboard is restored where it is still ours. Never rejects.
 */
export async function insertText<Saved>(
  port: InsertionPort<Saved>,
  clock: Clock,
  text: string,
  target: Target,
): Promise<Outcome> {
  if (text === '') return nothingSaid;
  try {
    const now = await port.focused();
    if (now === null || !isSameWindow(now, target) || now.app !== target.app)
      return held(sentences.focusMoved(target.app));
    const refusal = await port.refusal(target);
    if (refusal !== null) return await leaveOnClipboard(port, text, refusal);
    return await paste(port, clock, text, target);
  } catch {
    return held(sentences.desktopGone);
  }
}

/** While a key is held the clipboard stays the person's own: they may be about to paste. */
async function paste<Saved>(
  port: InsertionPort<Saved>,
  clock: Clock,
  text: string,
  target: Target,
): Promise<Outcome> {
  const startedAtMs = clock.nowMs();
  const deadlineMs = startedAtMs + tuning.releaseTimeoutMs;
  for (;;) {
    if (!(await becomesFree(port, clock, deadlineMs))) return held(sentences.keyboardTaken);
    const saved = await port.save();
    if (!saved.ok) return held(saved.problem);
    const attempt = { port, clock, text, target, startedAtMs, saved: saved.value };
    const outcome = await pasteOver(attempt).catch(() => afterFailure(attempt));
    if (outcome !== 'keyboard-taken') return outcome;
  }
}

interface Attempt<Saved> {
  port: InsertionPort<Saved>;
  clock: Clock;
  text: string;
  target: Target;
  startedAtMs: number;
  saved: Saved;
}

/** The clipboard is saved: from here on it has to be put back. */
async function pasteOver<Saved>(attempt: Attempt<Saved>): Promise<Outcome | 'keyboard-taken'> {
  const { port, clock, text, target, startedAtMs, saved } = attempt;
  const owned = await port.own(text, target);
  if (owned === null) return held(sentences.clipboardContended);
  const pressed = await port.press(target, owned);
  if (pressed === 'sent') return afterKey(attempt, owned, clock.nowMs() - startedAtMs);
  if (owned.isOurs()) await port.restore(saved);
  return pressed === 'keyboard-taken' ? pressed : held(whyNotSent[pressed](target.app));
}

const whyNotSent: Record<Exclude<Pressed, 'sent' | 'keyboard-taken'>, (app: string) => Problem> = {
  'focus-moved': sentences.focusMoved,
  'clipboard-taken': () => sentences.clipboardContended,
};

/** The key is pressed: what becomes of the text. */
async function afterKey<Saved>(
  { port, clock, text, target, startedAtMs, saved }: Attempt<Saved>,
  owned: OwnedText,
  keySentMs: number,
): Promise<Outcome> {
  const receipt = await receiptOf(port, clock, owned);
  if (receipt === 'lost')
    return (await port.holds(text))
      ? { type: 'on-clipboard', problem: sentences.takenOver(target.app) }
      : held(sentences.clipboardTaken(target.app));
  if (receipt === 'none' && port.hasReceipts)
    return { type: 'on-clipboard', problem: sentences.notRead(target.app) };
  const textReadMs = owned.lastReadAtMs() - startedAtMs;
  await settles(clock, owned);
  if (owned.isOurs()) await port.restore(saved);
  return receipt === 'target'
    ? { type: 'delivered', times: { keySentMs, textReadMs } }
    : { type: 'pasted', problem: sentences.unseen(target.app) };
}

/** The way to the desktop broke: nobody knows whether the key arrived. */
async function afterFailure<Saved>({ port, saved }: Attempt<Saved>): Promise<Outcome> {
  await port.restore(saved).catch(() => undefined);
  return held(sentences.stoppedMidway);
}

async function becomesFree(
  port: InsertionPort<unknown>,
  clock: Clock,
  deadlineMs: number,
): Promise<boolean> {
  for (;;) {
    const isFree = await port.isKeyboardFree();
    if (isFree || clock.nowMs() >= deadlineMs) return isFree;
    await clock.sleep(tuning.releasePollMs);
  }
}

/** A busy target reads late; one that cannot be seen to read gets a time after which it has. */
function receiptOf(
  port: InsertionPort<unknown>,
  clock: Clock,
  owned: OwnedText,
): Promise<Receipt | 'none'> {
  const timeoutMs = port.hasReceipts ? tuning.readTimeoutMs : tuning.unseenReadMs;
  return Promise.race([owned.receipt, clock.sleep(timeoutMs).then(() => 'none' as const)]);
}

/** Resolves when the text was not asked for in a while. */
async function settles(clock: Clock, owned: OwnedText): Promise<void> {
  const deadlineMs = clock.nowMs() + tuning.settleTimeoutMs;
  for (;;) {
    const quietAtMs = Math.min(owned.lastReadAtMs() + tuning.settleMs, deadlineMs);
    const restMs = quietAtMs - clock.nowMs();
    if (restMs <= 0) return;
    await clock.sleep(restMs);
  }
}
