import { EventEmitter } from 'node:events';
import * as v from 'valibot';
import { parametersFrom } from '#core/assemblyai/parameters/from-settings.ts';
import { parameterOf } from '#core/assemblyai/parameters/table.ts';
import {
  changedPreferencesSchema,
  preferencesSchema,
  type PreferencesInUse,
  type PreferenceWarning,
} from '#shared/preferences.ts';
import type { SettingWarning } from '#core/assemblyai/parameters/wire.ts';
import type { Expectation } from '#shared/expectation.ts';
import { problem } from '#shared/problem.ts';
import { expectationOf, isPreferenceName } from '#shared/settings.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { SettingsStore } from './settings-store.ts';

/** The settings that the panel changes, each in its range. Emits all of them after each change. */
export class PreferencesModel extends EventEmitter<{ changed: [inUse: PreferencesInUse] }> {
  readonly #settings: SettingsStore;

  constructor(settings: SettingsStore) {
    super();
    this.#settings = settings;
    settings.on('changed', (names) => {
      if (names.some(isPreferenceName)) this.emit('changed', this.read());
    });
  }

  read(): PreferencesInUse {
    const { all } = this.#settings;
    const parameters = parametersFrom(all);
    const warnings = parameters.ok ? parameters.value.warnings : [];
    return {
      preferences: v.parse(preferencesSchema, all),
      warnings: warnings.flatMap(warningOf),
    };
  }

  /**
   * Changes some preferences.
   *
   * @param changed by their names, as they came from the panel
   * @returns a problem that names the one that does not fit; then nothing is stored
   */
  change(changed: Record<string, unknown>): Result<PreferencesInUse> {
    const parsed = v.safeParse(changedPreferencesSchema, changed);
    if (!parsed.success) {
      const name = String(parsed.issues[0].path?.[0].key);
      return refused(name, expectationOf(name));
    }
    for (const [name, value] of Object.entries(parsed.output)) {
      // Null leaves it to the model.
      const encoded = value === null ? undefined : parameterOf(name)?.encode(value);
      if (encoded?.ok === false) return refused(name, encoded.expected);
    }
    const kept = this.#settings.keep(parsed.output);
    return kept.ok ? ok(this.read()) : kept;
  }
}

/** The panel changes preferences only. */
const refused = (setting: string, expected: Expectation): Result<never> =>
  failed(
    isPreferenceName(setting)
      ? problem('bad-setting', { setting, expected })
      : problem('unknown-setting', {}),
  );

const warningOf = ({ setting, warning }: SettingWarning): PreferenceWarning[] =>
  isPreferenceName(setting) ? [{ choice: setting, warning }] : [];
