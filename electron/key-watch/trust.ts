import { keyWatchTuning as tuning } from './tuning.ts';

/**
 * Ends the process when the person takes the permission of macOS away. Its event tap could otherwise hold up
 * every key and click of the Mac.
 *
 * @param isTrusted asks macOS for the permission
 */
export function endWithoutTrust(isTrusted: () => boolean, end: () => void): void {
  const timer = setInterval(() => {
    if (isTrusted()) return;
    clearInterval(timer);
    end();
  }, tuning.trustCheckMs);
}
