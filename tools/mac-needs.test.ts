import { expect, test } from 'vitest';
import { whatMacLacks } from './mac-needs.mjs';

test('a Mac needs Node 24 and the command line tools, and nothing else', () => {
  expect(whatMacLacks(22, true)).toContain('Install Node 24');
  expect(whatMacLacks(24, false)).toContain('xcode-select --install');
  expect(whatMacLacks(24, true)).toBeNull();
});
