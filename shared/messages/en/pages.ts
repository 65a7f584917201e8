import type { PageId } from '../../pages.ts';

/** The pages of the panel, as the navigation names them. */
export const pageTitles: Record<PageId, string> = {
  home: 'Home',
  history: 'History',
  dictionary: 'Dictionary',
  dictation: 'Dictation',
  captions: 'Captions',
  recognition: 'Recognition',
  hotkeys: 'Hotkeys',
  privacy: 'Privacy & cost',
};
