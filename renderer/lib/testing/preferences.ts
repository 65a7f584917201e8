import {
  defaultPreferences,
  type Preferences,
  type PreferencesInUse,
} from '#shared/preferences.ts';

/** The preferences nobody has made yet, changed where a test says so. */
export const preferencesWith = (changes: Partial<Preferences> = {}): PreferencesInUse => ({
  preferences: { ...defaultPreferences, ...changes },
  warnings: [],
});
