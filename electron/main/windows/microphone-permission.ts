import { systemPreferences } from 'electron';
import { isMac } from './system.ts';

/** Asks for the microphone on macOS, which records silence until the person agrees. */
export async function askForMicrophone(): Promise<void> {
  if (isMac) await systemPreferences.askForMediaAccess('microphone');
}

/** False if the person, or who manages the Mac, does not allow the microphone. */
export function mayHear(): boolean {
  if (!isMac) return true;
  const status = systemPreferences.getMediaAccessStatus('microphone');
  return status !== 'denied' && status !== 'restricted';
}
