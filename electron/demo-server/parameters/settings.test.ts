import { describe, expect, it } from 'vitest';
import { models, type Model } from './models.ts';
import { parseQuery, parseUpdate } from './settings.ts';

const settingsOf = (model: Model, query: string) =>
  parseQuery(new URLSearchParams(`speech_model=${model}&${query}`));

const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
const terms = (count: number): string[] => Array.from({ length: count }, () => 'term');

describe('a query', () => {
  it.each(models)('may name the model %s and nothing else', (model) => {
    expect(settingsOf(model, '')).toMatchObject({ value: { model } });
  });

  it.each([
    `keyterms_prompt=${json(terms(100))}`,
    `prompt=${'a'.repeat(1_750)}`,
    'prompt=123',
    `agent_context=${'a'.repeat(1_750)}`,
    'previous_context_n_turns=0',
    'min_turn_silence=100&max_turn_silence=1000',
    'vad_threshold=0.3',
    'interruption_delay=0',
    'continuous_partials=false&include_partial_turns=true&filter_profanity=true',
    `language_codes=${json(['en', 'de'])}`,
    `language_codes=${json(['multi'])}`,
    'language_detection=true',
    'speaker_labels=true&max_speakers=10',
    'voice_focus=far-field&voice_focus_threshold=1',
    'domain=medical-v1',
    `redact_pii=true&redact_pii_sub=hash&redact_pii_policies=${json(['person_name'])}`,
    'inactivity_timeout=3600',
    'session_heartbeat=true&acknowledge_silence=true',
    `llm_gateway=${json({ model: 'm', messages: [{ role: 'user' }], max_tokens: 10 })}`,
    'webhook_url=https%3A%2F%2Fexample.org%2Fdone',
    'sample_rate=16000&encoding=pcm_s16le',
    'keyterm_prompt=a&no_such_parameter=1&__proto__=1&constructor=1',
  ])('may hold %s', (query) => {
    expect(settingsOf('u3-rt-pro', query)).toHaveProperty('value');
  });

  it.each([
    [`keyterms_prompt=${json(terms(101))}`, 'keyterms_prompt holds more than 100 entries.'],
    ['keyterms_prompt=a', 'keyterms_prompt is not JSON.'],
    [`keyterms_prompt=${json('a')}`, 'keyterms_prompt has to be a list of texts.'],
    [`keyterms_prompt=${json([1])}`, 'keyterms_prompt has to be a list of texts.'],
    ['keyterms_prompt=["a"]&keyterms_prompt=["b"]', 'keyterms_prompt is given more than once.'],
    [`prompt=${'a'.repeat(1_751)}`, 'prompt is longer than 1750 characters.'],
    [`agent_context=${'a'.repeat(1_751)}`, 'agent_context is longer than 1750 characters.'],
    ['previous_context_n_turns=101', 'previous_context_n_turns has to be a whole number from'],
    ['min_turn_silence=soon', 'min_turn_silence is not JSON.'],
    ['max_turn_silence=', 'max_turn_silence is not JSON.'],
    ['max_turn_silence=-1', 'max_turn_silence has to be a number of milliseconds.'],
    ['vad_threshold=1.1', 'vad_threshold has to be a number from 0 to 1.'],
    ['interruption_delay=1001', 'interruption_delay has to be a whole number from 0 to 1000.'],
    ['continuous_partials=yes', 'continuous_partials is not JSON.'],
    ['continuous_partials=1', 'continuous_partials has to be true or false.'],
    [`language_codes=${json(['multi', 'en'])}`, 'language_codes has to hold "multi" alone'],
    [`language_codes=${json(terms(11))}`, 'language_codes holds more than 10 entries.'],
    ['max_speakers=0', 'max_speakers has to be a whole number from 1 to 10.'],
    ['voice_focus=near', 'voice_focus has to be one of near-field, far-field.'],
    ['voice_focus_threshold=1', 'voice_focus_threshold needs voice_focus.'],
    ['domain=law', 'domain has to be one of medical-v1.'],
    ['redact_pii_sub=stars', 'redact_pii_sub has to be one of hash, entity_name.'],
    ['inactivity_timeout=4', 'inactivity_timeout has to be a whole number from 5 to 3600.'],
    ['inactivity_timeout=5.5', 'inactivity_timeout has to be a whole number from 5 to 3600.'],
    [`llm_gateway=${json({ model: 'm' })}`, 'llm_gateway has to hold a model'],
    ['webhook_url=nowhere', 'webhook_url has to be a URL.'],
    ['sample_rate=7999', 'sample_rate has to be a whole number from 8000 to 96000.'],
    ['sample_rate=48000', 'sample_rate has to be 16000 for the demo.'],
    ['encoding=mp3', 'encoding has to be one of pcm_s16le,'],
    ['encoding=opus', 'encoding has to be pcm_s16le for the demo.'],
    ['mode=balanced', 'mode is not a parameter of u3-rt-pro.'],
    ['format_turns=true', 'format_turns is not a parameter of u3-rt-pro.'],
    ['end_of_turn_confidence_threshold=0.4', 'end_of_turn_confidence_threshold is not a parameter'],
  ])('is refused with %s: "%s"', (query, error) => {
    expect(settingsOf('u3-rt-pro', query)).toEqual({
      error: expect.stringContaining(error) as string,
    });
  });

  it.each(['', 'speech_model=u4', 'speech_model='])(
    'is refused without a known model: "%s"',
    (query) => {
      expect(parseQuery(new URLSearchParams(query))).toEqual({
        error: expect.stringMatching(/^speech_model has to be one of u3-rt-pro, /) as string,
      });
    },
  );

  it.each([
    ['universal-3-5-pro', 'mode=balanced'],
    ['universal-streaming-english', 'format_turns=true&end_of_turn_confidence_threshold=0'],
  ] satisfies [Model, string][])('on %s may hold what other models refuse: %s', (model, query) => {
    expect(settingsOf(model, query)).toHaveProperty('value');
  });

  it.each([
    ['whisper-rt', 'keyterms_prompt=no+list'],
    ['whisper-rt', 'min_turn_silence=soon'],
    ['universal-streaming-english', 'voice_focus=near'],
  ] satisfies [Model, string][])(
    'on %s may hold an invalid value of a parameter that the model ignores: %s',
    (model, query) => {
      expect(settingsOf(model, query)).toHaveProperty('value');
    },
  );

  it('has silences clamped to the range of the service', () => {
    expect(settingsOf('u3-rt-pro', 'min_turn_silence=0&max_turn_silence=99999')).toMatchObject({
      value: { settings: { timing: { minTurnSilenceMs: 50, maxTurnSilenceMs: 10_000 } } },
    });
  });

  it.each([
    ['universal-3-5-pro', '', [128, 1_280, 756, 1_000]],
    ['universal-3-6-pro', 'mode=min_latency', [128, 640, 256, 1_000]],
    ['universal-3-6-pro', 'mode=max_accuracy', [512, 2_560, 756, 1_000]],
    ['universal-3-6-pro', 'mode=max_accuracy&max_turn_silence=900', [512, 900, 756, 1_000]],
    ['universal-3-6-pro', 'continuous_partials=false', [128, 1_280, 756, 3_000]],
    [
      'u3-rt-pro',
      'continuous_partials=false&interruption_delay=0',
      [undefined, undefined, 256, Infinity],
    ],
    ['u3-rt-pro', 'continuous_partials=true', [undefined, undefined, undefined, 3_000]],
  ] satisfies [Model, string, (number | undefined)[]][])(
    'sets the silences and the pace of partials on %s with "%s"',
    (model, query, [min, max, early, period]) => {
      const read = settingsOf(model, query);
      const { timing } = 'value' in read ? read.value.settings : { timing: {} };
      expect(timing).toEqual({
        ...(min !== undefined && { minTurnSilenceMs: min }),
        ...(max !== undefined && { maxTurnSilenceMs: max }),
        ...(early !== undefined && { earlyPartialMs: early }),
        ...(period !== undefined && { partialPeriodMs: period }),
      });
    },
  );

  it('is repeated in Begin, with null for what it does not set', () => {
    expect(
      settingsOf('universal-3-6-pro', 'domain=medical-v1&filter_profanity=true'),
    ).toMatchObject({
      value: {
        configuration: {
          model: 'universal-3-6-pro',
          mode: 'balanced',
          api_version: '2025-05-12',
          domain: 'medical-v1',
          voice_focus: null,
          filter_profanity: true,
        },
      },
    });
    expect(settingsOf('u3-rt-pro', '')).toMatchObject({ value: { configuration: { mode: null } } });
  });

  it('sets longer silences by default on Universal-Streaming', () => {
    expect(settingsOf('universal-streaming-english', 'max_turn_silence=500')).toMatchObject({
      value: { settings: { timing: { minTurnSilenceMs: 400, maxTurnSilenceMs: 500 } } },
    });
  });
});

describe('an UpdateConfiguration', () => {
  it.each([
    ['u3-rt-pro', { prompt: 'a', keyterms_prompt: [], min_turn_silence: 200 }],
    ['universal-streaming-english', { keyterms_prompt: ['a'] }],
    ['universal-3-5-pro', { mode: 'balanced', vad_threshold: 0, language_codes: ['en'] }],
    ['whisper-rt', { no_such_parameter: 1 }],
  ] satisfies [Model, object][])('on %s may hold %o', (model, update) => {
    expect(parseUpdate(update, model)).toHaveProperty('value');
  });

  it.each([
    ['u3-rt-pro', { keyterms_prompt: '["a"]' }, 'keyterms_prompt has to be a list of texts.'],
    ['u3-rt-pro', { keyterms_prompt: terms(101) }, 'keyterms_prompt holds more than 100 entries.'],
    ['u3-rt-pro', { prompt: 'a'.repeat(1_751) }, 'prompt is longer than 1750 characters.'],
    ['u3-rt-pro', { min_turn_silence: '200' }, 'min_turn_silence has to be a number'],
    ['u3-rt-pro', { max_turn_silence: null }, 'max_turn_silence has to be a number'],
    ['u3-rt-pro', { mode: 'balanced' }, 'mode cannot be changed in a session of u3-rt-pro.'],
    ['u3-rt-pro', { language_codes: ['en'] }, 'language_codes cannot be changed in a session of'],
    ['universal-3-5-pro', { filter_profanity: true }, 'filter_profanity cannot be changed in a'],
    ['universal-3-5-pro', { mode: 'fast' }, 'mode has to be one of min_latency,'],
    ['universal-3-5-pro', { sample_rate: 16_000 }, 'sample_rate cannot be changed in a session'],
    ['whisper-rt', { prompt: 'a' }, 'prompt cannot be changed in a session of whisper-rt.'],
  ] satisfies [Model, object, string][])(
    'on %s is refused with %o: "%s"',
    (model, update, error) => {
      expect(parseUpdate(update, model)).toEqual({
        error: expect.stringContaining(error) as string,
      });
    },
  );

  it('applies the whole preset of a mode again', () => {
    expect(parseUpdate({ mode: 'min_latency' }, 'universal-3-5-pro')).toEqual({
      value: { timing: { minTurnSilenceMs: 128, maxTurnSilenceMs: 640, earlyPartialMs: 256 } },
    });
  });

  it('changes only what it names', () => {
    expect(parseUpdate({ max_turn_silence: 200 }, 'universal-streaming-english')).toEqual({
      value: { timing: { maxTurnSilenceMs: 200 } },
    });
  });
});
