import * as v from 'valibot';
import { parseNamed, type Parsed } from '../parsed.ts';
import type { TurnTiming } from '../turn-taker.ts';
import { families, type Model } from './models.ts';
import { parameterNamed, speechModel, table, type Parameter } from './table.ts';

/** What the parameters that have an effect here say; what is not set is left out. */
export interface Settings {
  timing: Partial<TurnTiming>;
  /** After how long without a message the session ends. */
  inactivityTimeoutSeconds?: number;
}

/**
 * Parses the query of a connection. Unknown parameters are ignored, as the service does.
 *
 * @returns an error that names the parameter when one is repeated, has a wrong value, or is one
 * that the model refuses
 */
export function parseQuery(query: URLSearchParams): Parsed<{ model: Model; settings: Settings }> {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) return { error: `${repeated} is given more than once.` };
  const model = parseNamed('speech_model', speechModel, query.get('speech_model'));
  if ('error' in model) return model;
  const values: Record<string, unknown> = {};
  for (const [name, given] of query) {
    const parameter = parameterNamed(name);
    if (!parameter) continue;
    if (!parameter.models.includes(model.value)) {
      if (!parameter.isRefusedElsewhere) continue;
      return { error: `${name} is not a parameter of ${model.value}.` };
    }
    const parsed = parseNamed(name, inQuery(parameter), given);
    if ('error' in parsed) return parsed;
    values[name] = parsed.value;
  }
  return { value: { model: model.value, settings: settingsOf(values, model.value) } };
}

/**
 * Parses what an UpdateConfiguration changes. Unknown names are ignored.
 *
 * @returns an error that names the parameter when its value is wrong or the model cannot change it
 */
export function parseUpdate(update: object, model: Model): Parsed<Settings> {
  const values: Record<string, unknown> = {};
  for (const [name, given] of Object.entries(update)) {
    const parameter = parameterNamed(name);
    if (!parameter) continue;
    if (!parameter.updatedOn?.includes(model)) {
      return { error: `${name} cannot be changed in a session of ${model}.` };
    }
    const parsed = parseNamed(name, parameter.value, given);
    if ('error' in parsed) return parsed;
    values[name] = parsed.value;
  }
  return { value: settingsOf(values) };
}

const inQuery = ({ isText, value }: Parameter): v.GenericSchema =>
  isText ? value : v.pipe(v.string(), v.parseJson(undefined, 'is not JSON'), value);

const effectiveSchema = v.object({
  min_turn_silence: v.optional(table.min_turn_silence.value),
  max_turn_silence: v.optional(table.max_turn_silence.value),
  inactivity_timeout: v.optional(table.inactivity_timeout.value),
});

const universalTiming: TurnTiming = { minTurnSilenceMs: 400, maxTurnSilenceMs: 1_280 };

function settingsOf(values: object, opening?: Model): Settings {
  const { min_turn_silence, max_turn_silence, inactivity_timeout } = v.parse(
    effectiveSchema,
    values,
  );
  const isUniversal = families.universalStreaming.some((model) => model === opening);
  return {
    timing: {
      ...(isUniversal && universalTiming),
      ...(min_turn_silence !== undefined && { minTurnSilenceMs: min_turn_silence }),
      ...(max_turn_silence !== undefined && { maxTurnSilenceMs: max_turn_silence }),
    },
    ...(inactivity_timeout !== undefined && { inactivityTimeoutSeconds: inactivity_timeout }),
  };
}
