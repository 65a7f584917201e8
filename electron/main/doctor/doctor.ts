import { exitStatusOf } from '#core/doctor/report.ts';
import type { Hotkey, KeySource } from '#shared/app-state.ts';
import type { Check } from '#shared/doctor.ts';
import { hasMicrophone, type Microphone } from '#shared/microphone.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Result } from '#shared/result.ts';
import { askUntil } from '../insertion/ask-until.ts';
import type { Insertion, Outcome } from '../insertion/insertion.ts';
import type { BackEndState } from '../insertion/wayland-insertion.ts';
import { mainTuning } from '../time/tuning.ts';

/** What the doctor checks. */
export interface Ports {
  /** The desktop's name for people. */
  desktop: string;
  keySource(): Promise<KeySource>;
  microphones(): Promise<Result<Microphone[]>>;
  /** The hotkeys, after each is registered or refused. */
  hotkeys(): Promise<Hotkey[]>;
  /**
   * Presses a shortcut. Returns a function that releases it, or null if no program can press it here.
   */
  press(accelerator: string): Promise<(() => Promise<void>) | null>;
  /** Resolves with whether the press or the release of the dictation key arrives in time. */
  hears(type: 'press' | 'release'): Promise<boolean>;
  window: { open(): Promise<void>; readonly hasFocus: boolean; text(): Promise<string> };
  insertion: Pick<Insertion, 'focused' | 'insert'>;
  /** The state of the insertion into windows of Wayland; null on other desktops. */
  waylandState(): Promise<BackEndState | null>;
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

/**
 * Tries everything that a dictation needs, except speech.
 *
 * @param print called with each check when it ends
 * @returns the exit status
 */
export async function examine(ports: Ports, print: (check: Check) => void): Promise<0 | 1> {
  const checks: Check[] = [];
  const add = (...found: Check[]): void => {
    checks.push(...found);
    for (const check of found) print(check);
  };
  add(works('desktop', ports.desktop), await key(ports), await microphone(ports));
  const hotkeys = await ports.hotkeys();
  add(...heard(hotkeys), ...holdable(hotkeys), await pressed(ports, hotkeys));
  add(...(await pasted(ports)), ...(await waylandPaste(ports)));
  return exitStatusOf(checks);
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
  const isHeard = await press;
  const ms = ports.nowMs() - startedAtMs;
  const release = ports.hears('release');
  await letGo();
  if (!isHeard) return fails('hotkey-press', problem('press-unheard', {}), accelerator);
  const isReleased = !canHold || (await release);
  return isReleased
    ? works('hotkey-press', accelerator, ms)
    : fails('hotkey-press', problem('release-unheard', {}), accelerator);
}

async function pasted(ports: Ports): Promise<Check[]> {
  const { window, insertion } = ports;
  await window.open();
  if (!(await becomes(ports, () => Promise.resolve(window.hasFocus))))
    return [fails('focus', problem('test-window-behind', {}))];
  const startedAtMs = ports.nowMs();
  const target = await insertion.focused();
  if (target === null) return [fails('focus', problem('focus-unknown', {}))];
  const focus = works('focus', target.app, ports.nowMs() - startedAtMs);
  const outcome = await insertion.insert(word, target);
  const ms = ports.nowMs() - startedAtMs;
  return [focus, ...(await resultOf(ports, outcome, ms))];
}

async function resultOf(ports: Ports, outcome: Outcome, ms: number): Promise<Check[]> {
  if (outcome.type === 'on-clipboard' && outcome.problem === null)
    return [notTried('paste', problem('on-clipboard', {}))];
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

async function waylandPaste(ports: Ports): Promise<Check[]> {
  let state = await ports.waylandState();
  // The desktop may be asking the person for the keys.
  await becomes(ports, async () => {
    if (state?.problem?.code === 'keys-asked') state = await ports.waylandState();
    return state?.problem?.code !== 'keys-asked';
  });
  if (state === null) return [];
  const { desktop, problem: why } = state;
  if (why === null) return [works('wayland-paste', desktop)];
  return [(notFailed.includes(why.code) ? notTried : fails)('wayland-paste', why, desktop)];
}

const becomes = async (ports: Ports, isSo: () => Promise<boolean>): Promise<boolean> =>
  (await askUntil(async () => (await isSo()) || null, ports, {
    timeoutMs: mainTuning.doctorStepMs,
    pollMs: mainTuning.doctorPollMs,
  })) !== null;
