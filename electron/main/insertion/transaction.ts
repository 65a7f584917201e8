import { problem, type Problem } from '#shared/problem.ts';
import {
  isSameWindow,
  nothingSaid,
  usualRules,
  type InsertionRules,
  type Outcome,
  type Target,
} from './insertion.ts';
import { settleMsAfter } from './settle.ts';
import { insertionTuning as tuning } from './tuning.ts';
import type { Clock, InsertionPort, OwnedText, Pressed, Receipt } from './port.ts';

const held = (problem: Problem): Outcome => ({ type: 'held', problem });

const contended = problem('clipboard-contended', {});

/** Leaves a text on the clipboard, for the given reason. Never rejects. */
export async function leaveOnClipboard(
  port: Pick<InsertionPort<unknown>, 'own'>,
  text: string,
  why: Problem | null,
): Promise<Outcome> {
  if (text === '') return nothingSaid;
  try {
    const owned = await port.own(text, null);
    return owned ? { type: 'on-clipboard', problem: why } : held(contended);
  } catch {
    return held(problem('display-gone', {}));
  }
}

/**
 * Pastes a text into the window that had the focus, and restores the clipboard. The text goes into that
 * window or nowhere. After every failure the clipboard is restored, unless another program has taken it.
 * Never rejects.
 */
export async function insertText<Saved>(
  port: InsertionPort<Saved>,
  clock: Clock,
  text: string,
  target: Target,
  { pressesEnter }: InsertionRules = usualRules,
): Promise<Outcome> {
  if (text === '') return nothingSaid;
  const startedAtMs = clock.nowMs();
  try {
    const now = await port.focused();
    if (now === null || !isSameWindow(now, target) || now.app !== target.app)
      return held(problem('focus-moved', { app: target.app }));
    const refusal = await port.refusal(target);
    if (refusal !== null) return await leaveOnClipboard(port, text, refusal);
    return await paste({ port, clock, text, target, startedAtMs, pressesEnter });
  } catch {
    return held(problem('display-gone', {}));
  }
}

/**
 * While a key is held, the clipboard keeps the person's content, because they may be about to paste it.
 */
async function paste<Saved>(insertion: TextForTarget<Saved>): Promise<Outcome> {
  const { port, clock } = insertion;
  const deadlineMs = clock.nowMs() + tuning.releaseTimeoutMs;
  for (;;) {
    if (!(await becomesFree(port, clock, deadlineMs))) return held(problem('keyboard-taken', {}));
    const saved = await port.save();
    if (!saved.ok) return held(saved.problem);
    const attempt = { ...insertion, saved: saved.value };
    const outcome = await pasteOver(attempt).catch(() => afterFailure(attempt));
    if (outcome !== 'keyboard-taken') return outcome;
    if (clock.nowMs() >= deadlineMs) return held(problem('keyboard-taken', {}));
    await clock.sleep(tuning.releasePollMs);
  }
}

interface TextForTarget<Saved> {
  port: InsertionPort<Saved>;
  clock: Clock;
  text: string;
  target: Target;
  startedAtMs: number;
  pressesEnter: boolean;
}

interface Attempt<Saved> extends TextForTarget<Saved> {
  saved: Saved;
}

/** The clipboard is saved. From here on it has to be restored. */
async function pasteOver<Saved>(attempt: Attempt<Saved>): Promise<Outcome | 'keyboard-taken'> {
  const { port, clock, text, target, startedAtMs, saved } = attempt;
  const owned = await port.own(text, target);
  if (owned === null) return held(contended);
  const pressed = await port.press(target, owned);
  if (pressed === 'sent') return afterKey(attempt, owned, clock.nowMs() - startedAtMs);
  if (typeof pressed === 'object') return leaveOnClipboard(port, text, pressed.refusal);
  if (owned.isOurs()) await port.restore(saved);
  return pressed === 'keyboard-taken' ? pressed : held(whyNotSent[pressed](target.app));
}

type WhyNotSent = Exclude<Pressed, 'sent' | 'keyboard-taken' | { refusal: Problem }>;

const whyNotSent: Record<WhyNotSent, (app: string) => Problem> = {
  'focus-moved': (app) => problem('focus-moved', { app }),
  'clipboard-taken': () => contended,
};

/** The key is pressed: finds out what happened to the text. */
async function afterKey<Saved>(
  { port, clock, text, target, startedAtMs, saved, pressesEnter }: Attempt<Saved>,
  owned: OwnedText,
  keySentMs: number,
): Promise<Outcome> {
  const receipt = await receiptOf(port, clock, owned);
  if (receipt === 'lost')
    return (await port.holds(text))
      ? { type: 'on-clipboard', problem: problem('clipboard-taken-over', { app: target.app }) }
      : held(problem('clipboard-taken', { app: target.app }));
  if (receipt === 'none' && port.hasReceipts)
    // The text was for the target only. From here on it is for any window that the person pastes it
    // into.
    return leaveOnClipboard(port, text, problem('not-read', { app: target.app }));
  const textReadMs = owned.lastReadAtMs() - startedAtMs;
  await settles(clock, owned, settleMsAfter(textReadMs - keySentMs));
  const isProved = receipt === 'target' && (await port.hasKeptFocus(target).catch(() => false));
  if (owned.isOurs()) await port.restore(saved);
  const hasEnter = isProved && pressesEnter && (await pressEnter(port, target));
  return isProved
    ? {
        type: 'inserted',
        times: { keySentMs, textReadMs },
        serverTimeMs: port.keyServerTimeMs,
        ...(pressesEnter && { enter: hasEnter ? 'pressed' : 'not-pressed' }),
      }
    : { type: 'pasted', problem: problem('unseen', { app: target.app }) };
}

/**
 * Presses Enter after a text that the target has read. No key was down at the paste, so one that is down now
 * belongs to what the person does next, and Enter would come in the middle of that.
 *
 * @returns whether it was pressed
 */
async function pressEnter(port: InsertionPort<unknown>, target: Target): Promise<boolean> {
  // The text is inserted, even if the desktop breaks now.
  const pressed = await port.pressEnter?.(target).catch(() => null);
  return pressed === 'sent';
}

/** The connection to the desktop broke, so it is not known whether the key arrived. */
async function afterFailure<Saved>({ port, saved }: Attempt<Saved>): Promise<Outcome> {
  await port.restore(saved).catch(() => undefined);
  return held(problem('insertion-stopped', {}));
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

/**
 * A busy target reads late. If readers are not reported, the wait ends after a time in which programs
 * read.
 */
function receiptOf(
  port: InsertionPort<unknown>,
  clock: Clock,
  owned: OwnedText,
): Promise<Receipt | 'none'> {
  const timeoutMs = port.hasReceipts ? tuning.readTimeoutMs : tuning.unseenReadMs;
  return Promise.race([owned.receipt, clock.sleep(timeoutMs).then(() => 'none' as const)]);
}

/** Resolves when no program has asked for the text for a while. */
async function settles(clock: Clock, owned: OwnedText, settleMs: number): Promise<void> {
  const deadlineMs = clock.nowMs() + tuning.settleTimeoutMs;
  for (;;) {
    const quietAtMs = Math.min(owned.lastReadAtMs() + settleMs, deadlineMs);
    const restMs = quietAtMs - clock.nowMs();
    if (restMs <= 0) return;
    await clock.sleep(restMs);
  }
}
