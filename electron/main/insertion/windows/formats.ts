/* Numbers of clipboard formats that Windows defines. */
export const unicodeText = 13;

/* Handles of GDI objects, and content that only its owner can draw: no bytes that could be restored. */
const withoutBytes = new Set([
  2 /* CF_BITMAP */, 3 /* CF_METAFILEPICT */, 9 /* CF_PALETTE */, 14 /* CF_ENHMETAFILE */,
  0x80 /* CF_OWNERDISPLAY */, 0x82 /* CF_DSPBITMAP */, 0x83 /* CF_DSPMETAFILEPICT */,
  0x8e /* CF_DSPENHMETAFILE */,
]);

/* They refer to objects of the program that copied, which are lost with its ownership. */
const ofOle = new Set(['DataObject', 'Ole Private Data']);

/**
 * Whether the bytes of a format keep their meaning when another program restores them.
 *
 * @param name of a registered format; empty for one that Windows defines
 */
export function canBePutBack(format: number, name: string): boolean {
  // Only the window that set private formats and GDI objects can interpret them.
  const isPrivate = format >= 0x200 && format <= 0x3ff;
  return !isPrivate && !withoutBytes.has(format) && !ofOle.has(name);
}

/** Keeps a text out of clipboard histories, of Windows and of clipboard managers. */
export const privacyMarkers: Record<string, Buffer> = {
  ExcludeClipboardContentFromMonitorProcessing: Buffer.from([1]),
  CanIncludeInClipboardHistory: Buffer.alloc(4),
  CanUploadToCloudClipboard: Buffer.alloc(4),
};
