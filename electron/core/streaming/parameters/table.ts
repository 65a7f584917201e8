import type * as v from 'valibot';
import { limits } from '#shared/limits.ts';
import type { SpeechModel } from '#shared/speech-model.ts';
import { families, onAll, onEach } from './families.ts';
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
  list,
  llmGateway,
  oneOf,
  silenceMs,
  text,
  webAddress,
} from './values.ts';

const { all, newerPro, pro, universalStreaming, notWhisper, detecting } = families;

/** Off unless told. */
const off = (models: readonly SpeechModel[]) => ({ defaults: onAll(models, false) });

/**
 * Every parameter of a session beside its model, by its name in the app (protocol: handshake).
 * A key travels in its header and never as `token`.
 */
export const table = {
  sampleRateHz: parameter('sample_rate', all, integer(1, 96_000), {
    doubt: doubtSampleRate,
    defaults: onAll(all, 16_000),
  }),
  encoding: parameter('encoding', all, oneOf('pcm_s16le', 'pcm_mulaw', 'opus', 'ogg_opus', 'aac'), {
    defaults: onAll(all, 'pcm_s16le' as const),
  }),
  keyterms: parameter('keyterms_prompt', notWhisper, keyterms, {
    doubt: doubtKeyterms,
    updatedOn: notWhisper,
    defaults: onAll(notWhisper, []),
  }),
  prompt: parameter('prompt', pro, text(limits.promptCharacters), { updatedOn: pro }),
  agentContext: parameter('agent_context', pro, text(1_750), { updatedOn: newerPro }),
  previousContextTurns: parameter('previous_context_n_turns', pro, integer(0, 100)),
  mode: parameter('mode', newerPro, oneOf('min_latency', 'balanced', 'max_accuracy'), {
    updatedOn: newerPro,
  }),
  minTurnSilenceMs: parameter('min_turn_silence', notWhisper, silenceMs, {
    doubt: doubtSilence,
    updatedOn: notWhisper,
    defaults: onEach(100, 400),
  }),
  maxTurnSilenceMs: parameter('max_turn_silence', notWhisper, silenceMs, {
    doubt: doubtSilence,
    updatedOn: notWhisper,
    defaults: onEach(1_000, 1_280),
  }),
  endOfTurnConfidenceThreshold: parameter(
    'end_of_turn_confidence_threshold',
    universalStreaming,
    fraction,
    { defaults: onAll(universalStreaming, 0.4) },
  ),
  formatTurns: parameter('format_turns', universalStreaming, flag, off(universalStreaming)),
  vadThreshold: parameter('vad_threshold', notWhisper, fraction, {
    updatedOn: newerPro,
    defaults: onEach(0.3, 0.4),
  }),
  interruptionDelayMs: parameter('interruption_delay', pro, integer(0, 1_000), {
    updatedOn: newerPro,
    defaults: onAll(pro, 500),
  }),
  continuousPartials: parameter('continuous_partials', pro, flag, { updatedOn: newerPro }),
  /** No default: it is true, but false when personal data is redacted. */
  includePartialTurns: parameter('include_partial_turns', all, flag),
  languageCodes: parameter('language_codes', pro, languageCodes, {
    updatedOn: newerPro,
    defaults: onAll(pro, []),
  }),
  languageDetection: parameter('language_detection', detecting, flag, off(detecting)),
  speakerLabels: parameter('speaker_labels', notWhisper, flag, off(notWhisper)),
  maxSpeakers: parameter('max_speakers', notWhisper, integer(1, 10)),
  voiceFocus: parameter('voice_focus', pro, oneOf('near-field', 'far-field')),
  voiceFocusThreshold: parameter('voice_focus_threshold', pro, fraction),
  domain: parameter('domain', pro, oneOf('medical-v1')),
  redactPii: parameter('redact_pii', notWhisper, flag),
  redactPiiPolicies: parameter('redact_pii_policies', notWhisper, list),
  redactPiiSub: parameter('redact_pii_sub', notWhisper, oneOf('hash', 'entity_name')),
  filterProfanity: parameter('filter_profanity', all, flag, { updatedOn: newerPro }),
  inactivityTimeoutSeconds: parameter('inactivity_timeout', all, integer(5, 3_600)),
  sessionHeartbeat: parameter('session_heartbeat', pro, flag),
  acknowledgeSilence: parameter('acknowledge_silence', pro, flag),
  llmGateway: parameter('llm_gateway', all, llmGateway),
  webhookUrl: parameter('webhook_url', notWhisper, webAddress),
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
