import type * as v from 'valibot';
import { limits } from '#shared/limits.ts';
import { domains, latencyModes, voiceFocuses } from '#shared/settings.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { byMode, families, onAll, onEach } from './families.ts';
import { parameter, type Parameter } from './parameter.ts';
import {
  doubtKeyterms,
  doubtSampleRate,
  doubtSilence,
  flag,
  fraction,
  integer,
  keyterms,
  languageCodes,
  oneOf,
  silenceMs,
  text,
} from './values.ts';

const { all, newerPro, pro, universalStreaming, notWhisper, detecting } = families;

/** Off unless asked for. */
const off = (models: readonly SpeechModel[]) => ({ defaults: onAll(models, false) });

/**
 * The interruption delay that is asked for unless a mode sets its own. The service adds 256 ms, so the
 * first partial comes 0.26 s into a turn and not 0.76 s, as on u3-rt-pro, or by the mode. That partial
 * has heard less, so it changes more often; finals, which are all that is inserted and kept, do not
 * depend on it (protocol: turns).
 */
export const soonestPartialMs = 0;

/**
 * Every parameter that the app sends beside the model, by its name in the app (protocol: handshake,
 * models). A key travels in its header and never as `token`.
 */
export const table = {
  sampleRateHz: parameter('sample_rate', all, integer(1, 96_000), {
    doubt: doubtSampleRate,
    defaults: onAll(all, 16_000),
  }),
  encoding: parameter('encoding', all, oneOf('pcm_s16le'), {
    defaults: onAll(all, 'pcm_s16le' as const),
  }),
  keyterms: parameter('keyterms_prompt', notWhisper, keyterms, {
    doubt: doubtKeyterms,
    updatedOn: notWhisper,
    defaults: onAll(notWhisper, []),
  }),
  prompt: parameter('prompt', pro, text(limits.promptCharacters), {
    updatedOn: pro,
    defaults: onAll(pro, ''),
  }),
  /** No default: a session that carries context over cannot be told to stop. */
  previousContextTurns: parameter('previous_context_n_turns', pro, integer(0, 100)),
  latencyMode: parameter('mode', newerPro, oneOf(...latencyModes), {
    updatedOn: newerPro,
    defaults: onAll(newerPro, 'balanced' as const),
  }),
  minTurnSilenceMs: parameter('min_turn_silence', notWhisper, silenceMs, {
    doubt: doubtSilence,
    updatedOn: notWhisper,
    defaults: byMode('minTurnSilence', onEach([pro, 100], [universalStreaming, 400])),
  }),
  maxTurnSilenceMs: parameter('max_turn_silence', notWhisper, silenceMs, {
    doubt: doubtSilence,
    updatedOn: notWhisper,
    defaults: byMode('maxTurnSilence', onEach([pro, 1_000], [universalStreaming, 1_280])),
  }),
  formatTurns: parameter('format_turns', universalStreaming, flag, off(universalStreaming)),
  vadThreshold: parameter('vad_threshold', notWhisper, fraction, {
    updatedOn: pro,
    defaults: onEach([newerPro, 0.2], [pro, 0.3], [universalStreaming, 0.4]),
  }),
  interruptionDelayMs: parameter('interruption_delay', pro, integer(0, 1_000), {
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
  inactivityTimeoutSeconds: parameter('inactivity_timeout', all, integer(5, 3_600)),
} satisfies Record<string, Parameter>;

type Table = typeof table;

/** A parameter's name in the app. */
export type ParameterName = keyof Table;

const isParameter = (name: string): name is ParameterName => Object.hasOwn(table, name);

/** The parameter of a setting; undefined where the setting is nothing the service is told of. */
export const parameterOf = (setting: string): Parameter | undefined =>
  isParameter(setting) ? table[setting] : undefined;

/**
 * What a session is asked for. Model and sound are always said: the service's defaults drift.
 * What a model does not have may stand here and is not sent to it.
 */
export type SessionParameters = {
  model: SpeechModel;
} & Required<Inputs<'sampleRateHz' | 'encoding'>> &
  Inputs<Exclude<keyof Table, 'sampleRateHz' | 'encoding'>>;

type Inputs<K extends keyof Table> = { [N in K]?: v.InferInput<Table[N]['schema']> };
