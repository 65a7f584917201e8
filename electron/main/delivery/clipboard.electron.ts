import { clipboard } from 'electron';

/** Leaves a text on the clipboard; no text leaves the clipboard as it was. */
export async function copyText(text: string): Promise<void> {
  if (text !== '') await clipboard.writeText(text);
}
