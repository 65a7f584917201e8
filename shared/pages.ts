/**
 * The pages of the panel, in the order of the navigation. Their titles are in the messages. To add
 * one, add it here, its component to `renderer/panel/pages.ts` and its title to each language.
 */
export const pageIds = [
  'home',
  'history',
  'dictionary',
  'dictation',
  'captions',
  'recognition',
  'hotkeys',
  'privacy',
] as const;

export type PageId = (typeof pageIds)[number];
