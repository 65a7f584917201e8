import { clipboard } from 'electron';

/** The text on the clipboard; empty if there is none. */
export const readClipboard = async (): Promise<string> => clipboard.readText();
