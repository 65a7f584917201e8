import type { Messages } from '#shared/messages/index.ts';
import type { Preferences } from '#shared/preferences.ts';
import type { PreferenceName } from '#shared/settings.ts';

type NamesOf<T> = {
  [Name in PreferenceName]: Preferences[Name] extends T ? Name : never;
}[PreferenceName];

export type NumberName = NamesOf<number | null>;

/** On or off; `domain` has one choice, which a switch makes. */
export type SwitchName = NamesOf<boolean> | 'domain';

export type ColorName = Extract<PreferenceName, `${string}Color`>;

/** Settings with a list of choices. */
export type ChoiceName = keyof Messages['settingOptions'];
