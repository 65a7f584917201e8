import type { DictationMode } from '../../setting-values.ts';

const hold = { before: 'Hold', after: 'and say hello. Then release.' };
const sayHello: Record<DictationMode, { before: string; after: string }> = {
  auto: hold,
  hold,
  toggle: { before: 'Press', after: 'and say hello. Then press again.' },
};

/** The steps with which a new person begins. */
export const firstRun = {
  label: 'Setup',
  steps: { key: 'Key', microphone: 'Microphone', hello: 'Say hello' },
  done: 'done',
  keyTitle: 'AssemblyAI key',
  tryDemo: 'Try it without a key',
  microphoneHint: 'Speak: the bar should move.',
  languageTitle: 'The language you speak',
  continue: 'Continue',
  back: 'Back',
  sayHello,
  noHotkey: 'Your dictation key is not ready yet. You can set it under Hotkeys.',
  words: 'Your first words',
  demoPlays: 'The demo recording speaks for you.',
  works: "That's it. It works in every app.",
  demoWorks: "That's it. With a key it works in every app.",
  enterKey: 'Enter a key',
  finish: 'Finish',
  skip: 'Skip setup',
};
