import { systemPreferences } from 'electron';

let hasAsked = false;

/**
 * Shows the question of macOS for the permission under Accessibility. Only then does the list in System
 * Settings have the app. Only the person can grant the permission. Asks once per start of the app, whichever
 * part needs it: macOS would show the question again each time.
 */
export function askForAccessibility(): void {
  if (!hasAsked) systemPreferences.isTrustedAccessibilityClient(true);
  hasAsked = true;
}
