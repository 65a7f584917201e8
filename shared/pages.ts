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

/** A page of the panel, and what is opened on it. */
export interface PanelPlace {
  page: PageId;
  /** The captions that are opened in the history. */
  captionsId?: number;
}

/** A place as the fragment of an address, such as `#history/12`. */
export const fragmentOf = ({ page, captionsId }: PanelPlace): string =>
  captionsId === undefined ? `#${page}` : `#${page}/${captionsId}`;

/** The place that a fragment names; null if it names none. */
export function placeIn(fragment: string): PanelPlace | null {
  const [name, id] = fragment.slice(1).split('/');
  const page = pageIds.find((known) => known === name);
  if (page === undefined) return null;
  return id !== undefined && /^[1-9]\d*$/.test(id) ? { page, captionsId: Number(id) } : { page };
}
