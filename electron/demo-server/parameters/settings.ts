import * as v from 'valibot';
import { parseNamed, type Parsed } from '../parsed.ts';
import type { TurnTiming } from '../turn-taker.ts';
import { families, type Model } from './models.ts';
import { parameterNamed, speechModel, table, type Parameter } from './table.ts';

/** The parameters that have an effect in the demo server; without those that are not set. */
export interface Settings {
  timing: Partial<TurnTiming>;
  /** The session ends after this time without a message. */
  inactivityTimeoutSeconds?: number;
}

/** The parameters that Begin repeats; null if they are not set. */
export interface Configuration {
  model: string;
  mode: string | null;
  api_version: string;
  filter_profanity: boolean;
  domain: string | null;
  voice_focus: string | null;
  speaker_labels: boolean;
  redact_pii: boolean;
}

const apiVersion = '2025-05-12';

/**
 * Parses the query of a connection. Unknown parameters are ignored, as the service does.
 *
 * @returns an error that names the parameter if it is repeated, has a wrong value, or is one that the
 *   model refuses
 */
export function parseQuery(
  query: URLSearchParams,
): Parsed<{ model: Model; settings: Settings; configuration: Configuration }> {
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
  if (values.voice_focus_threshold !== undefined && values.voice_focus === undefined)
    return { error: 'voice_focus_threshold needs voice_focus.' };
  const settings = settingsOf(values, model.value, true);
  return {
    value: { model: model.value, settings, configuration: configurationOf(values, model.value) },
  };
}

const echoedSchema = v.object({
  mode: v.optional(v.string()),
  filter_profanity: v.optional(v.boolean(), false),
  domain: v.optional(v.nullable(v.string()), null),
  voice_focus: v.optional(v.nullable(v.string()), null),
  speaker_labels: v.optional(v.boolean(), false),
  redact_pii: v.optional(v.boolean(), false),
});

function configurationOf(values: object, model: Model): Configuration {
  const { mode = isNewer(model) ? 'balanced' : null, ...echoed } = v.parse(echoedSchema, values);
  return { model, mode, api_version: apiVersion, ...echoed };
}

const isNewer = (model: Model): boolean => families.newerPro.some((newer) => newer === model);

/**
 * Parses what an UpdateConfiguration changes. Unknown names are ignored.
 *
 * @returns an error that names the parameter if its value is wrong or the model cannot change it
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
  return { value: settingsOf(values, model, false) };
}

const inQuery = ({ isText, value }: Parameter): v.GenericSchema =>
  isText ? value : v.pipe(v.string(), v.parseJson(undefined, 'is not JSON'), value);

const effectiveSchema = v.object({
  min_turn_silence: v.optional(table.min_turn_silence.value),
  max_turn_silence: v.optional(table.max_turn_silence.value),
  interruption_delay: v.optional(table.interruption_delay.value),
  continuous_partials: v.optional(table.continuous_partials.value),
  mode: v.optional(table.mode.value),
  inactivity_timeout: v.optional(table.inactivity_timeout.value),
});

/** Silences and the delay before the first partial, in milliseconds. */
const presets = {
  min_latency: [128, 640, 0],
  balanced: [128, 1_280, 500],
  max_accuracy: [512, 2_560, 500],
} as const;

/** The service adds this to every interruption delay. */
const fixedDelayMs = 256;

function settingsOf(values: object, model: Model, isOpening: boolean): Settings {
  const sent = v.parse(effectiveSchema, values);
  const { min_turn_silence, max_turn_silence, interruption_delay, continuous_partials } = sent;
  const { inactivity_timeout } = sent;
  const isUniversal = families.universalStreaming.some((one) => one === model);
  const mode = sent.mode ?? (isOpening && isNewer(model) ? 'balanced' : undefined);
  const [min, max, delay] = mode === undefined ? [] : presets[mode];
  return {
    timing: {
      ...(isOpening && isUniversal && { minTurnSilenceMs: 400, maxTurnSilenceMs: 1_280 }),
      ...(isOpening && isNewer(model) && { partialPeriodMs: 1_000 }),
      ...(min !== undefined && { minTurnSilenceMs: min }),
      ...(max !== undefined && { maxTurnSilenceMs: max }),
      ...(delay !== undefined && { earlyPartialMs: delay + fixedDelayMs }),
      ...(min_turn_silence !== undefined && { minTurnSilenceMs: min_turn_silence }),
      ...(max_turn_silence !== undefined && { maxTurnSilenceMs: max_turn_silence }),
      ...(interruption_delay !== undefined && {
        earlyPartialMs: interruption_delay + fixedDelayMs,
      }),
      ...(continuous_partials !== undefined && {
        partialPeriodMs: periodMsOf(continuous_partials, model),
      }),
    },
    ...(inactivity_timeout !== undefined && { inactivityTimeoutSeconds: inactivity_timeout }),
  };
}

/** How often partials come in continuous speech. u3-rt-pro sends none unless they are requested. */
function periodMsOf(isContinuous: boolean, model: Model): number {
  if (isNewer(model)) return isContinuous ? 1_000 : 3_000;
  return isContinuous ? 3_000 : Infinity;
}
