import { expect, test, vi } from 'vitest';
import { mayHear } from './microphone-permission.ts';

/* Electron on macOS, which Node does not have. */
const mac = vi.hoisted(() => ({ status: '' }));
vi.mock('electron', () => ({ systemPreferences: { getMediaAccessStatus: () => mac.status } }));
vi.mock('./system.ts', () => ({ isMac: true }));

test.each([
  ['granted', true],
  ['not-determined', false],
  ['denied', false],
  ['restricted', false],
  // What Electron says if it knows no answer.
  ['unknown', true],
])('a microphone whose permission is %s may be heard: %s', (status, expected) => {
  mac.status = status;
  expect(mayHear()).toBe(expected);
});
