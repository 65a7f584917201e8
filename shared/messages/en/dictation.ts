/** The page of what happens to dictated text. */
export const dictation = {
  title: 'Insertion',
  // The profiles of single apps
  profilesHint: 'For one app only. The window in front when you press the dictation key decides.',
  sharedHint:
    'While captions run, a dictation shares their connection. Language, context and terms are then those for all apps.',
  app: 'Name of the app',
  appHint: 'As the history shows it. Capitals do not matter.',
  everywhere: 'As for all apps',
  languageHint:
    'A different language takes another connection, so the first words come a little later.',
  promptHint: 'Replaces the general context.',
  termsHint: 'One a line. They come before the general ones.',
  continues: 'Continue the text before',
  continuesHint:
    'A dictation soon after another gets a space before it, and within a sentence no capital.',
  pressEnter: 'Press Enter after the text',
  pressEnterHint:
    'Only once the app has read all of the text. macOS, remote desktops and some windows of Wayland do not report that, so no Enter is pressed there.',
};
