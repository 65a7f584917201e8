import type { DictationMode } from '../../setting-values.ts';

interface Option {
  label: string;
  does: string;
}

const modes: Record<DictationMode, Option> = {
  auto: { label: 'Auto', does: 'Hold while you speak, or tap to start and tap to stop.' },
  hold: { label: 'Hold', does: 'Hold while you speak.' },
  toggle: { label: 'Toggle', does: 'Press to start, press again to stop.' },
};

/** The page of the hotkeys; their names are in actions.ts. */
export const hotkeys = {
  title: 'Hotkeys',
  change: 'Change',
  cancel: 'Cancel',
  pressKeys: 'Press the keys',
  pressKeysHelp: 'Press the keys or a mouse button. Escape cancels.',
  modesTitle: 'Dictation key',
  modes,
  /** The keys that a shortcut has besides its key. */
  modifiers: { mac: '⌘, ⌃ or ⌥', other: 'Ctrl, Alt or Super' },
  shortcutOf: (shortcut: string, program: string): string => `“${shortcut}” of ${program}`,
  /** In the system's list of shortcuts, while a paste finds out which keys are held. */
  findHeldKeys: 'Find held keys before a paste',
};
