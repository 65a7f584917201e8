import type { Hotkey, KeySource } from '#shared/app-state.ts';
import type { Check, DoctorEvent } from '#shared/doctor.ts';
import { hasMicrophone, type PresentMicrophone } from '#shared/microphone.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { askUntil } from '../insertion/ask-until.ts';
import type { Insertion, Outcome, Target } from '../insertion/insertion.ts';
import type { BackEndState } from '../insertion/wayland-insertion.ts';
import { mainTuning } from '../time/tuning.ts';

/** What the doctor checks. */
export interface Ports {
  /** The desktop's name for people. */
  desktop: string;
  keySource(): Promise<KeySource>;
  microphones(): Promise<Result<PresentMicrophone[]>>;
  /** The hotkeys, after each is registered or refused. */
  hotkeys(): Promise<Hotkey[]>;
  /**
   * Presses a shortcut. Returns a function that releases it, or null if no program can press it here.
   */
  press(accelerator: string): Promise<(() => Promise<void>) | null>;
  /** Resolves with whether the press or the release of the dictation key arrives in time. */
  hears(type: 'press' | 'release'): Promise<boolean>;
  window: {
    open(): Promise<void>;
    readonly hasFocus: boolean;
    /** Whether the caret is in its text field, which a page does later than its window has the focus. */
    takesText(): Promise<boolean>;
    text(): Promise<string>;
    close(): void;
  };
  /** Whether the person has dictated text pasted, rather than left on the clipboard. */
  pastes: boolean;
  clipboard: { read(): Promise<string>; write(text: string): Promise<void> };
  insertion: Pick<Insertion, 'focused' | 'insert'>;
  /** The state of the insertion into windows of Wayland; null on other desktops. */
  waylandState(): Promise<BackEndState | null>;
  /** Aborted when nobody waits for the result any more. */
  signal: AbortSignal;
  nowMs(): number;
  sleep(ms: number): Promise<void>;
}

/** The text that the doctor pastes. It is not speech of the person. */
const word = 'CaptionKey';

const works = (id: Check['id'], name = '', ms: number | null = null): Check => {
  return { id, state: 'works', name, ms, problem: null };
};
const fails = (id: Check['id'], why: Problem, name = ''): Check => {
  return { id, state: 'fails', name, ms: null, problem: why };
};
const notTried = (id: Check['id'], why: Problem, name = ''): Check => {
  return { ...fails(id, why, name), state: 'not-tried' };
};

const begins = (id: Check['id']): DoctorEvent => ({ type: 'begins', id });
const ends = (check: Check): DoctorEvent => ({ type: 'ends', check });

/**
 * Tries everything that a dictation needs, except speech. A caller that stops listening ends it after the
 * step that runs.
 */
export async function* examine(ports: Ports): AsyncGenerator<DoctorEvent> {
  yield ends(works('desktop', ports.desktop));
  yield begins('key');
  yield ends(await key(ports));
  yield begins('microphone');
  yield ends(await microphone(ports));
  yield begins('hotkeys');
  const hotkeys = await ports.hotkeys();
  for (const check of [...heard(hotkeys), ...holdable(hotkeys)]) yield ends(check);
  yield begins('hotkey-press');
  yield ends(await pressed(ports, hotkeys));
  try {
    yield* insertion(ports);
  } finally {
    ports.window.close();
  }
  const state = await ports.waylandState();
  if (state === null) return;
  yield begins('wayland-paste');
  yield ends(await waylandPaste(ports, state));
}

async function* insertion(ports: Ports): AsyncGenerator<DoctorEvent> {
  yield begins('focus');
  await ports.window.open();
  const { check, target } = await inFront(ports);
  yield ends(check);
  if (target === null) return;
  yield begins('paste');
  for (const result of await pasted(ports, target)) yield ends(result);
}

async function key(ports: Ports): Promise<Check> {
  const source = await ports.keySource();
  return source === 'none' ? fails('key', problem('no-key', {})) : works('key', source);
}

async function microphone(ports: Ports): Promise<Check> {
  const startedAtMs = ports.nowMs();
  const found = await ports.microphones();
  if (!found.ok) return fails('microphone', found.problem);
  const count = found.value.filter(({ isMonitor }) => isMonitor !== true).length;
  return hasMicrophone(found.value)
    ? works('microphone', `${count} found`, ports.nowMs() - startedAtMs)
    : fails('microphone', problem('no-microphone-listed', {}));
}

const heard = (hotkeys: Hotkey[]): Check[] =>
  hotkeys.map(({ accelerator, problem: why }) => {
    if (why === null) return works('hotkeys', accelerator);
    // Only the desktop can say whether a command is bound to a key.
    const isElsewhere = why.code === 'no-global-keys';
    return (isElsewhere ? notTried : fails)('hotkeys', why, accelerator);
  });

const holdable = (hotkeys: Hotkey[]): Check[] =>
  hotkeys
    .filter((hotkey) => hotkey.action === 'dictate' && hotkey.problem === null)
    .map(({ holdProblem }) => (holdProblem === null ? works('hold') : fails('hold', holdProblem)));

async function pressed(ports: Ports, hotkeys: Hotkey[]): Promise<Check> {
  const dictate = hotkeys.find(({ action }) => action === 'dictate');
  if (dictate === undefined) return notTried('hotkey-press', problem('press-unheard', {}));
  const { accelerator, canHold } = dictate;
  if (dictate.problem !== null) return notTried('hotkey-press', dictate.problem);
  const press = ports.hears('press');
  const startedAtMs = ports.nowMs();
  const letGo = await ports.press(accelerator);
  if (letGo === null)
    return notTried('hotkey-press', problem('shortcut-not-pressed', { shortcut: accelerator }));
  // An app that quits meanwhile would leave the keys down.
  await Promise.race([press, aborted(ports.signal)]);
  const ms = ports.nowMs() - startedAtMs;
  const release = ports.hears('release');
  await letGo();
  // A press that arrives after the run would start a dictation.
  const isHeard = await press;
  if (!isHeard) return fails('hotkey-press', problem('press-unheard', {}), accelerator);
  const isReleased = !canHold || (await release);
  return isReleased
    ? works('hotkey-press', accelerator, ms)
    : fails('hotkey-press', problem('release-unheard', {}), accelerator);
}

async function inFront(ports: Ports): Promise<{ check: Check; target: Target | null }> {
  const { window } = ports;
  const behind = { check: fails('focus', problem('test-window-behind', {})), target: null };
  if (!(await becomes(ports, async () => window.hasFocus && (await window.takesText()))))
    return behind;
  const startedAtMs = ports.nowMs();
  const target = await ports.insertion.focused();
  const ms = ports.nowMs() - startedAtMs;
  if (target === null) return { check: fails('focus', problem('focus-unknown', {})), target };
  // Another window that came to the front meanwhile must not receive the word.
  return window.hasFocus ? { check: works('focus', target.app, ms), target } : behind;
}

async function pasted(ports: Ports, target: Target): Promise<Check[]> {
  if (!ports.pastes) return [notTried('paste', problem('paste-not-chosen', {}))];
  const copied = await ports.clipboard.read();
  const startedAtMs = ports.nowMs();
  const outcome = await ports.insertion.insert(word, target);
  const ms = ports.nowMs() - startedAtMs;
  // An insertion that pastes restores the clipboard; one that cannot paste leaves its text there.
  if (outcome.type === 'on-clipboard') await ports.clipboard.write(copied);
  return resultOf(ports, outcome, ms);
}

async function resultOf(ports: Ports, outcome: Outcome, ms: number): Promise<Check[]> {
  if (outcome.type === 'on-clipboard' || outcome.type === 'held')
    return [fails('paste', outcome.problem ?? problem('not-arrived', {}))];
  const isThere = await becomes(ports, async () => (await ports.window.text()) === word);
  const paste = isThere ? works('paste', '', ms) : fails('paste', problem('not-arrived', {}));
  return outcome.type === 'inserted'
    ? [paste, works('receipt', '', outcome.times.textReadMs)]
    : [paste, notTried('receipt', problem('no-receipt', {}))];
}

/** What the system does not allow, or the person has not answered yet, is no failure. */
const notFailed: Problem['code'][] = ['no-keys-on-wayland', 'keys-asked'];

async function waylandPaste(ports: Ports, first: BackEndState): Promise<Check> {
  let state = first;
  // The desktop may be asking the person for the keys.
  await becomes(ports, async () => {
    if (state.problem?.code === 'keys-asked') state = (await ports.waylandState()) ?? state;
    return state.problem?.code !== 'keys-asked';
  });
  const { desktop, problem: why } = state;
  if (why === null) return works('wayland-paste', desktop);
  return (notFailed.includes(why.code) ? notTried : fails)('wayland-paste', why, desktop);
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Whether something becomes so in time. Nobody waits for it after the end of the run. */
const becomes = async (ports: Ports, isSo: () => Promise<boolean>): Promise<boolean> => {
  const answer = await askUntil(
    async () => ((await isSo()) ? 'yes' : ports.signal.aborted ? 'aborted' : null),
    ports,
    { timeoutMs: mainTuning.doctorStepMs, pollMs: mainTuning.doctorPollMs },
  );
  return answer === 'yes';
};
