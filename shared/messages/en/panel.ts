/** What frames every page of the panel, and words that several pages use. */
export const panel = {
  tagline: 'Dictate anywhere. Caption anything.',
  navigation: 'Pages',
  close: 'Close',
  saved: 'Saved',
  add: 'Add',
  remove: (name: string): string => `Remove ${name}`,
  delete: 'Delete',
  confirmDelete: 'Really delete?',
  /** Beside a field for a number. */
  range: ({ unit, least, most }: { unit: string; least: number; most: number }): string =>
    unit === '' ? `${least} to ${most}` : `${unit}, ${least} to ${most}`,
};
