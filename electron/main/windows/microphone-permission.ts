import { systemPreferences } from 'electron';
import { isMac } from './system.ts';

/** Asks for the microphone on macOS, which records silence until the person agrees. */
export async function askForMicrophone(): Promise<void> {
  if (isMac) await systemPreferences.askForMediaAccess('microphone');
}

const silent = new Set(['denied', 'restricted', 'not-determined']);

/**
 * False if the person, or who manages the Mac, does not allow the microphone, and while macOS still asks for
 * it. macOS then delivers silence.
 */
export const mayHear = (): boolean =>
  !isMac || !silent.has(systemPreferences.getMediaAccessStatus('microphone'));
