import { expect, test, vi } from 'vitest';
import { askForAccessibility } from './accessibility.electron.ts';

/* Electron, which Node does not have. */
const asked = vi.hoisted(() => [] as boolean[]);
vi.mock('electron', () => ({
  systemPreferences: {
    isTrustedAccessibilityClient: (withQuestion: boolean) => {
      asked.push(withQuestion);
      return false;
    },
  },
}));

test('the person is asked once, whichever part needs the permission', () => {
  askForAccessibility();
  askForAccessibility();
  expect(asked).toEqual([true]);
});
