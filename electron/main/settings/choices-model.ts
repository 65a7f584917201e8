import * as v from 'valibot';
import { parametersFrom } from '#core/streaming/parameters/from-settings.ts';
import { parameterOf } from '#core/streaming/parameters/table.ts';
import {
  changedChoicesSchema,
  choicesSchema,
  choiceTitles,
  type ChoiceName,
  type ChoicesInUse,
  type ChoiceWarning,
} from '#shared/choices.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { SettingsStore } from './settings-store.ts';

/** The settings that the panel changes, each in its range. */
export class ChoicesModel {
  readonly #settings: SettingsStore;
  readonly #changed: (inUse: ChoicesInUse) => void;

  /** @param changed called with the new whole after each change */
  constructor(settings: SettingsStore, changed: (inUse: ChoicesInUse) => void) {
    this.#settings = settings;
    this.#changed = changed;
  }

  read(): ChoicesInUse {
    const { all } = this.#settings;
    const parameters = parametersFrom(all);
    const warnings = parameters.ok ? parameters.value.warnings : [];
    return {
      choices: v.parse(choicesSchema, all),
      warnings: warnings.flatMap(({ setting, doubt }) => warningOf(setting, doubt)),
    };
  }

  /**
   * Changes some choices.
   *
   * @param changed by their names, as they came from the panel
   * @returns a problem that names the one that does not fit; then nothing is stored
   */
  change(changed: Record<string, unknown>): Result<ChoicesInUse> {
    const parsed = v.safeParse(changedChoicesSchema, changed, { message: 'cannot be that' });
    if (!parsed.success) {
      const [{ path, message }] = parsed.issues;
      return refused(String(path?.[0].key), message);
    }
    for (const [name, value] of Object.entries(parsed.output)) {
      // Null leaves it to the model.
      const encoded = value === null ? undefined : parameterOf(name)?.encode(value);
      if (encoded?.ok === false) return refused(name, encoded.why);
    }
    const kept = this.#settings.keep(parsed.output);
    if (!kept.ok) return kept;
    const inUse = this.read();
    this.#changed(inUse);
    return ok(inUse);
  }
}

const isChoice = (name: string): name is ChoiceName => Object.hasOwn(choiceTitles, name);

/** The panel shows it by its title; what has none is not the panel's to change. */
const refused = (name: string, why: string): Result<never> =>
  isChoice(name)
    ? failed('bad-setting', `“${choiceTitles[name]}” ${why}. Correct it.`)
    : failed('bad-setting', 'That is no setting of the panel. Look for it in settings.json.');

function warningOf(setting: string, doubt: string): ChoiceWarning[] {
  if (!isChoice(setting)) return [];
  return [{ choice: setting, sentence: `${doubt.slice(0, 1).toUpperCase()}${doubt.slice(1)}.` }];
}
