import * as v from 'valibot';
import { unreadEntries } from '#shared/readable-list.ts';
import { chosenSettingsSchema, isSettingName, settings } from '#shared/settings.ts';

/** The values of settings.json that cannot be used. */
export interface UnreadSettings {
  /** The settings whose default is used instead. */
  values: string[];
  /** The positions of the entries that are left out, from 1, by the name of their list. */
  entries: Map<string, number[]>;
}

const storedSchema = v.record(v.string(), v.unknown());
const listSchema = v.array(v.unknown());

/** @param stored what settings.json holds */
export function unreadSettings(stored: unknown): UnreadSettings {
  const values = v.parse(storedSchema, stored);
  const { issues = [] } = v.safeParse(chosenSettingsSchema, values);
  const unread: UnreadSettings = { values: [], entries: new Map() };
  for (const name of new Set(issues.map(({ path }) => String(path?.[0].key)))) {
    const list = v.safeParse(listSchema, values[name]);
    const rule = isSettingName(name) ? settings[name].list : null;
    if (list.success && rule !== null) {
      const positions = unreadEntries(rule, list.output).map((index) => index + 1);
      unread.entries.set(name, positions);
    } else unread.values.push(name);
  }
  return unread;
}

/** Whether a change of these settings would overwrite what could not be used. */
export const wouldLose = ({ values, entries }: UnreadSettings, names: string[]): boolean =>
  names.some((name) => values.includes(name) || entries.has(name));
