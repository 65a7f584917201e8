/** What a selection answers about itself, and what it does when it is asked. None of it is content. */
export const requestFormats = [
  'TARGETS',
  'TIMESTAMP',
  'MULTIPLE',
  'SAVE_TARGETS',
  'DELETE',
  'INSERT_PROPERTY',
  'INSERT_SELECTION',
] as const;

/** Programs offer a picture in many formats and convert it on each request, so PNG and SVG suffice. */
export const isOtherPicture = (format: string): boolean =>
  format.startsWith('image/') && format !== 'image/png' && !format.startsWith('image/svg');
