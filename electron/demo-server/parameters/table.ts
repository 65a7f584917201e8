import * as v from 'valibot';
import { families, type Model } from './models.ts';
import {
  flag,
  fraction,
  integer,
  languageCodes,
  list,
  llmGateway,
  oneOf,
  shortList,
  shortText,
  silenceMs,
  webAddress,
} from './values.ts';

export interface Parameter {
  value: v.GenericSchema;
  models: readonly Model[];
  /** Other models refuse it. By default, they ignore it. */
  isRefusedElsewhere?: true;
  /** It is plain text in a query. By default, a parameter is JSON there. */
  isText?: true;
  /** The models on which an UpdateConfiguration may change it. By default, none. */
  updatedOn?: readonly Model[];
}

const { all, newerPro, pro, universalStreaming, notWhisper, multilingual } = families;

const encodings = oneOf('pcm_s16le', 'pcm_mulaw', 'opus', 'ogg_opus', 'aac');

/** Every parameter that the server knows, except `speech_model` and `token`. */
export const table = {
  sample_rate: {
    value: v.pipe(integer(8_000, 96_000), v.literal(16_000, 'has to be 16000 for the demo')),
    models: all,
  },
  encoding: {
    value: v.pipe(encodings, v.literal('pcm_s16le', 'has to be pcm_s16le for the demo')),
    models: all,
    isText: true,
  },
  keyterms_prompt: { value: shortList(100), models: notWhisper, updatedOn: notWhisper },
  prompt: { value: shortText(1_750), models: pro, isText: true, updatedOn: pro },
  agent_context: { value: shortText(1_750), models: pro, isText: true, updatedOn: pro },
  previous_context_n_turns: { value: integer(0, 100), models: pro },
  mode: {
    value: oneOf('min_latency', 'balanced', 'max_accuracy'),
    models: newerPro,
    isRefusedElsewhere: true,
    isText: true,
    updatedOn: newerPro,
  },
  min_turn_silence: { value: silenceMs, models: notWhisper, updatedOn: notWhisper },
  max_turn_silence: { value: silenceMs, models: notWhisper, updatedOn: notWhisper },
  end_of_turn_confidence_threshold: {
    value: fraction,
    models: universalStreaming,
    isRefusedElsewhere: true,
  },
  format_turns: { value: flag, models: universalStreaming, isRefusedElsewhere: true },
  vad_threshold: { value: fraction, models: notWhisper, updatedOn: pro },
  interruption_delay: { value: integer(0, 1_000), models: pro, updatedOn: pro },
  continuous_partials: { value: flag, models: pro, updatedOn: pro },
  include_partial_turns: { value: flag, models: all },
  language_codes: { value: languageCodes, models: pro, updatedOn: newerPro },
  language_detection: { value: flag, models: multilingual },
  speaker_labels: { value: flag, models: notWhisper },
  max_speakers: { value: integer(1, 10), models: notWhisper },
  voice_focus: { value: oneOf('near-field', 'far-field'), models: pro, isText: true },
  voice_focus_threshold: { value: fraction, models: pro },
  domain: { value: oneOf('medical-v1'), models: all, isText: true },
  redact_pii: { value: flag, models: notWhisper },
  redact_pii_policies: { value: list, models: notWhisper },
  redact_pii_sub: { value: oneOf('hash', 'entity_name'), models: notWhisper, isText: true },
  filter_profanity: { value: flag, models: all },
  inactivity_timeout: { value: integer(5, 3_600), models: all },
  session_heartbeat: { value: flag, models: all, updatedOn: all },
  acknowledge_silence: { value: flag, models: pro },
  llm_gateway: { value: llmGateway, models: all },
  webhook_url: { value: webAddress, models: notWhisper, isText: true },
} as const satisfies Record<string, Parameter>;

export const speechModel = v.picklist(families.all, `has to be one of ${families.all.join(', ')}`);

const parameters = new Map<string, Parameter>(Object.entries(table));

/** The parameter of that name; undefined if the server does not know it. */
export const parameterNamed = (name: string): Parameter | undefined => parameters.get(name);
