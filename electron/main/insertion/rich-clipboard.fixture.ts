/** The content that tests copy before an insertion, in several formats, by MIME type. */
export const rich = {
  'text/plain;charset=utf-8': 'kept: ü 🙂',
  'text/html': '<b>kept</b>',
  'image/png': Buffer.from([137, 80, 78, 71, 0, 255]),
  'text/uri-list': 'file:///tmp/a\r\n',
};

/** The same as bytes, the form in which the clipboard is read afterwards. */
export const richContent = Object.fromEntries(
  Object.entries(rich).map(([type, bytes]) => [type, Buffer.from(bytes)]),
);

/** Accents, an emoji of several parts, and scripts of both directions. */
export const text = 'Größe, naïve façade — 你好，世界 👩‍👩‍👧 שלום мир';
