import { systemPreferences } from 'electron';

/**
 * Shows the question of macOS for the permission under Accessibility. Only then does the list in System
 * Settings have the app. Only the person can grant the permission.
 */
export function askForAccessibility(): void {
  systemPreferences.isTrustedAccessibilityClient(true);
}
