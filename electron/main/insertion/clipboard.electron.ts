import { clipboard } from 'electron';

/** Puts a text on the clipboard. An empty text leaves the clipboard unchanged. */
export async function copyText(text: string): Promise<void> {
  if (text !== '') await clipboard.writeText(text);
}
