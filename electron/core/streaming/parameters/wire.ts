import { failed, ok, type Result } from '#shared/result.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { Problem } from '#shared/status.ts';
import type { WireValue } from './parameter.ts';
import { table, type SessionParameters } from './table.ts';

/** Parameters that are in range, as their model takes them. */
export interface WireParameters {
  readonly model: SpeechModel;
  /** By their names on the wire; what the model does not have is not there. */
  readonly values: ReadonlyMap<string, WireValue>;
  readonly warnings: readonly SettingWarning[];
}

/** A setting that the service takes otherwise than it was meant, or may refuse. */
export interface SettingWarning extends Problem {
  setting: string;
  /** Goes on after the name of the setting. */
  doubt: string;
}

/**
 * Checks parameters before anything is dialled.
 *
 * @returns a problem that names the setting when a value is out of its documented range: the
 * service would end the session for it
 */
export function wireParameters({ model, ...given }: SessionParameters): Result<WireParameters> {
  const values = new Map<string, WireValue>();
  const warnings: SettingWarning[] = [];
  const settings: Record<string, unknown> = given;
  for (const [setting, { name, models, encode }] of Object.entries(table)) {
    const value = settings[setting];
    if (value === undefined || !models.includes(model)) continue;
    const encoded = encode(value);
    if (!encoded.ok)
      return failed('bad-setting', `The setting ${setting} ${encoded.why}. Correct it.`);
    values.set(name, encoded.value);
    if (encoded.doubt !== null)
      warnings.push({
        code: 'doubtful-setting',
        sentence: `The setting ${setting} ${encoded.doubt}. Correct it.`,
        setting,
        doubt: encoded.doubt,
      });
  }
  return ok({ model, values, warnings });
}

/** A value in an address: lists and objects are one parameter that holds JSON. */
export const inQuery = (value: WireValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
