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

const states: Record<CheckState, string> = {
  works: 'works',
  fails: 'FAILS',
  'not-tried': 'not tried',
};

/** What the doctor prints and the panel shows of a check. */
export const doctor = { titles, states };
