import * as v from 'valibot';
import type { ValueWarning } from './expectation.ts';
import { preferences, type PreferenceName } from './settings.ts';
import { columnOf } from './tables.ts';

/** All preferences. Their defaults are the same on every system. */
export const preferencesSchema = v.object(columnOf(columnOf(preferences, 'readable'), 'linux'));
export type Preferences = v.InferOutput<typeof preferencesSchema>;

/** What nobody has changed. */
export const defaultPreferences = v.parse(preferencesSchema, {});

/** Some of them, changed together. */
export const changedPreferencesSchema = v.partial(v.strictObject(columnOf(preferences, 'schema')));

/** A choice that the service may refuse, or that has another effect than the person expects. */
export interface PreferenceWarning {
  choice: PreferenceName;
  warning: ValueWarning;
}

/** The preferences as they are in use. */
export interface PreferencesInUse {
  preferences: Preferences;
  warnings: PreferenceWarning[];
}
