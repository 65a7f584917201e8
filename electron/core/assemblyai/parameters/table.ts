import type * as v from 'valibot';
import { limits } from '#shared/limits.ts';
import { domains, latencyModes, voiceFocuses } from '#shared/setting-values.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { flag, fraction, integer, oneOf, text } from '#shared/value.ts';
import { byMode, families, onAll, onEach } from './families.ts';
import { parameter, type Parameter } from './parameter.ts';
import {
  keyterms,
  keytermsWarning,
  languageCodes,
  sampleRateWarning,
  silenceWarning,
  silenceMs,
} from './values.ts';

const { all, newerPro, pro, universalStreaming, notWhisper, detecting } = families;

/** Off by default. */
const off = (models: readonly SpeechModel[]) => ({ defaults: onAll(models, false) });

/**
 * The interruption delay, unless a mode sets its own. The service adds 256 ms, so the first partial
 * arrives 0.26 s into a turn, and not after 0.76 s, as on u3-rt-pro, or after the delay of the mode. That
 * partial is based on less sound, so it changes more often. Finals, which alone are inserted and stored,
 * do not depend on it.
 */
export const soonestPartialMs = 0;

/**
 * Every parameter that the app sends besides the model, by its name in the app. The key is sent in its
 * header and never as `token`.
 */
export const table = {
  sampleRateHz: parameter('sample_rate', all, integer({ least: 1, most: 96_000 }), {
    warning: sampleRateWarning,
  }),
  encoding: parameter('encoding', all, oneOf('pcm_s16le')),
  keyterms: parameter('keyterms_prompt', notWhisper, keyterms, {
    warning: keytermsWarning,
    updatedOn: notWhisper,
    defaults: onAll(notWhisper, []),
  }),
  prompt: parameter('prompt', pro, text(limits.promptCharacters), {
    updatedOn: pro,
    defaults: onAll(pro, ''),
  }),
  /** No default: a running session cannot be changed to stop carrying context over. */
  previousContextTurns: parameter(
    'previous_context_n_turns',
    pro,
    integer(limits.previousContextTurns),
  ),
  latencyMode: parameter('mode', newerPro, oneOf(...latencyModes), {
    updatedOn: newerPro,
    defaults: onAll(newerPro, 'balanced' as const),
  }),
  minTurnSilenceMs: parameter('min_turn_silence', notWhisper, silenceMs, {
    warning: silenceWarning,
    updatedOn: notWhisper,
    defaults: byMode('minTurnSilence', onEach([pro, 100], [universalStreaming, 400])),
  }),
  maxTurnSilenceMs: parameter('max_turn_silence', notWhisper, silenceMs, {
    warning: silenceWarning,
    updatedOn: notWhisper,
    defaults: byMode('maxTurnSilence', onEach([pro, 1_000], [universalStreaming, 1_280])),
  }),
  formatTurns: parameter('format_turns', universalStreaming, flag, off(universalStreaming)),
  vadThreshold: parameter('vad_threshold', notWhisper, fraction, {
    updatedOn: pro,
    defaults: onEach([newerPro, 0.2], [pro, 0.3], [universalStreaming, 0.4]),
  }),
  interruptionDelayMs: parameter('interruption_delay', pro, integer({ least: 0, most: 1_000 }), {
    updatedOn: pro,
    defaults: byMode('interruptionDelay', onAll(pro, 500)),
  }),
  /** No default: sources disagree, so it is always sent. */
  continuousPartials: parameter('continuous_partials', pro, flag, { updatedOn: pro }),
  languageCodes: parameter('language_codes', pro, languageCodes, {
    updatedOn: newerPro,
    defaults: onAll(pro, []),
  }),
  languageDetection: parameter('language_detection', detecting, flag, off(detecting)),
  voiceFocus: parameter('voice_focus', pro, oneOf(...voiceFocuses)),
  domain: parameter('domain', all, oneOf(...domains)),
  filterProfanity: parameter('filter_profanity', all, flag, off(all)),
  inactivityTimeoutSeconds: parameter(
    'inactivity_timeout',
    all,
    integer({ least: 5, most: 3_600 }),
  ),
} satisfies Record<string, Parameter>;

type Table = typeof table;

/** A parameter's name in the app. */
type ParameterName = keyof Table;

const isParameter = (name: string): name is ParameterName => Object.hasOwn(table, name);

/** The parameter of a setting; undefined if the setting is not sent to the service. */
export const parameterOf = (setting: string): Parameter | undefined =>
  isParameter(setting) ? table[setting] : undefined;

/**
 * The parameters of a session. Model and audio format are always sent, because the service's defaults
 * change. Parameters that the model does not have may be here and are not sent.
 */
export type SessionParameters = {
  model: SpeechModel;
} & Required<Inputs<'sampleRateHz' | 'encoding'>> &
  Inputs<Exclude<keyof Table, 'sampleRateHz' | 'encoding'>>;

type Inputs<K extends keyof Table> = { [N in K]?: v.InferInput<Table[N]['schema']> };
