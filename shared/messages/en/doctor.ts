import type { CheckId, CheckState } from '../../doctor.ts';

const titles: Record<CheckId, string> = {
  desktop: 'Desktop',
  key: 'API key',
  microphone: 'Microphone',
  hotkeys: 'Hotkeys',
  hold: 'Holding the dictation key',
  'hotkey-press': 'Pressing the dictation key',
  focus: 'Window in front',
  paste: 'Paste into a window of CaptionKey',
  receipt: 'Seeing that the text was read',
  'wayland-paste': 'Paste into windows of Wayland',
};

/** The states in a report, which is English in every language. */
export const reportStates: Record<CheckState, string> = {
  works: 'works',
  fails: 'FAILS',
  'not-tried': 'not tried',
};

/** The states as the panel shows them, and that of the step that runs. */
const shownStates: Record<CheckState | 'running', string> = {
  works: 'Works',
  fails: "Doesn't work",
  'not-tried': 'Not tried',
  running: 'Checking…',
};

/** The section of the panel. */
const section = {
  title: "Dictation doesn't work?",
  hint: 'This tries everything but speech. It presses your dictation key and pastes a word into a test window.',
  run: 'Check this computer',
  copy: 'Copy report',
  checks: 'Checks',
  running: 'Checking. Leave keyboard and mouse alone for a moment.',
  milliseconds: (ms: number): string => `${Math.round(ms)} ms`,
  /** How many checks failed, and how many the system did not allow. */
  result: (failed: number, untried: number): string => {
    if (failed + untried === 0) return 'Everything works.';
    const first = failed === 0 ? 'Nothing failed' : `${failed} failed`;
    return untried === 0 ? `${first}.` : `${first}, ${untried} could not be tried here.`;
  },
};

/** What the panel shows of a check. A report has the titles, too. */
export const doctor = { titles, shownStates, section };
