import type { ValueWarning } from '#shared/expectation.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import type { WireValue } from './parameter.ts';
import { table, type SessionParameters } from './table.ts';

/** Parameters that are in range, as their model accepts them. */
export interface WireParameters {
  readonly model: SpeechModel;
  /** By their names on the wire, without parameters that the model does not have. */
  readonly values: ReadonlyMap<string, WireValue>;
  readonly warnings: readonly SettingWarning[];
}

/** A setting that the service may refuse, or that has another effect than the person expects. */
export interface SettingWarning {
  setting: string;
  warning: ValueWarning;
}

/**
 * Checks parameters before a connection is opened.
 *
 * @returns a problem that names the setting if a value is out of its documented range, because the
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
    if (!encoded.ok) return failed(problem('bad-setting', { setting, expected: encoded.expected }));
    values.set(name, encoded.value);
    if (encoded.warning !== null) warnings.push({ setting, warning: encoded.warning });
  }
  return ok({ model, values, warnings });
}

/** A value in an address: lists and objects become one parameter with JSON. */
export const inQuery = (value: WireValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
