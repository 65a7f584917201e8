import { messages } from '#shared/messages/index.ts';

/** Whether keys are written the way a Mac's keyboard has them. */
export const isMac = navigator.userAgent.includes('Macintosh');

/** The keys of an Electron accelerator, each as it is printed on a keyboard. */
export function keysOf(accelerator: string, mac = isMac): string[] {
  const names: Record<string, string | undefined> = mac ? messages.macKeys : messages.keys;
  // A key that is itself a plus is written `Plus`, so a plus only ever joins.
  return accelerator.split('+').map((key) => (key === 'Plus' ? '+' : (names[key] ?? key)));
}
