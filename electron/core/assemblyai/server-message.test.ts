import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { countedAs, parseServerMessage } from './server-message.ts';

const parse = (message: unknown) => parseServerMessage(JSON.stringify(message));

const word = { text: 'Hold', start: 10, end: 200, confidence: 0.9, word_is_final: true };
const turn = { type: 'Turn', turn_order: 3, end_of_turn: false, transcript: 'Hold a key' };

describe('a message that the app acts on is parsed whole', () => {
  test.each<[object]>([
    [{ type: 'Begin', id: 'a', expires_at: 1_700_000_000 }],
    [{ type: 'SpeechStarted', timestamp: 640 }],
    [{ type: 'SpeechStarted', timestamp: 640, confidence: 0.7 }],
    [{ ...turn, words: [] }],
    [
      {
        ...turn,
        words: [word, { ...word, speaker: 'A' }],
        end_of_turn_confidence: 0.2,
        turn_is_formatted: true,
        utterance: 'Hold a key.',
        language_code: 'en',
        language_confidence: 0.99,
        speaker_label: 'A',
      },
    ],
    [{ type: 'Termination', audio_duration_seconds: 1.5, session_duration_seconds: 2 }],
    [{ type: 'Error', error_code: 3006, error: 'prompt is too long' }],
  ])('%j', (message) => {
    expect(parse(message)).toEqual({ kind: 'used', message });
  });
});

describe('a message that the app ignores is parsed and counted by its type', () => {
  test.each<[object]>([
    [
      {
        type: 'SpeakerRevision',
        revisions: [{ turn_order: 0, speaker_label: 'B', words: [word] }],
      },
    ],
    [
      {
        type: 'Heartbeat',
        total_audio_received_ms: 1_000,
        total_duration_ms: 1_200,
        realtime_factor: 0.9,
        max_speech_probability: 0.1,
      },
    ],
    [{ type: 'Silence', start_ms: 0, end_ms: 1_000 }],
    [{ type: 'Warning', warning_code: 7, warning: 'keyterm is too long' }],
    [{ type: 'LLMGatewayResponse', turn_order: 0, transcript: 'Hold', data: { choices: [] } }],
  ])('%j', (message) => {
    const parsed = parse(message);
    expect(parsed).toEqual({ kind: 'unused', message });
    expect(message).toHaveProperty('type', parsed.kind !== 'used' && countedAs(parsed));
  });
});

test('unknown fields are ignored', () => {
  expect(parse({ ...turn, mood: 'good', words: [{ ...word, colour: 1 }] })).toEqual({
    kind: 'used',
    message: { ...turn, words: [word] },
  });
});

test.each([
  ['words', 'none'],
  ['words', [{ text: 'Hold' }]],
  ['words', Array.from({ length: 30_001 }, () => word)],
  ['utterance', 7],
  ['language_confidence', 'sure'],
  ['turn_is_formatted', null],
])('a Turn whose %s cannot be parsed keeps its text', (name, bad) => {
  expect(parse({ ...turn, [name]: bad })).toMatchObject({
    kind: 'used',
    message: { transcript: 'Hold a key', words: [] },
  });
});

test('an Error is never ignored, whatever it lacks', () => {
  expect(parse({ type: 'Error' })).toEqual({
    kind: 'used',
    message: { type: 'Error', error_code: 1011, error: '' },
  });
  const long = parse({ type: 'Error', error_code: 3006, error: 'x'.repeat(1e6) });
  expect(long).toMatchObject({ message: { error_code: 3006, error: 'x'.repeat(1_000) } });
});

test('a Termination without its durations still ends the session', () => {
  expect(parse({ type: 'Termination', audio_duration_seconds: 'long' })).toEqual({
    kind: 'used',
    message: { type: 'Termination', audio_duration_seconds: 0, session_duration_seconds: 0 },
  });
});

test('an unknown type is counted as unknown, whatever its name', () => {
  const parsed = parse({ type: 'x'.repeat(1e6) });
  expect(parsed).toEqual({ kind: 'unknown' });
  expect(parsed.kind !== 'used' && countedAs(parsed)).toBe('unknown');
});

test.each([
  ['not JSON', '{"type":"Turn"'],
  ['not an object', '"Begin"'],
  ['a list', '[{"type":"Begin"}]'],
  ['nothing', 'null'],
  ['no type', '{"end_of_turn":true}'],
  ['a type that is no text', '{"type":{"type":"Begin"}}'],
  ['a Turn without its order', '{"type":"Turn","end_of_turn":true,"transcript":"x"}'],
  [
    'a Turn whose order is no index',
    '{"type":"Turn","turn_order":-1,"end_of_turn":true,"transcript":"x"}',
  ],
  [
    'a transcript that is no text',
    '{"type":"Turn","turn_order":0,"end_of_turn":true,"transcript":{}}',
  ],
  [
    'a transcript beyond every measure',
    JSON.stringify({ ...turn, transcript: 'x'.repeat(2e5 + 1) }),
  ],
  ['a time that is not finite', '{"type":"SpeechStarted","timestamp":1e999}'],
  ['a Heartbeat without its figures', '{"type":"Heartbeat"}'],
  ['nesting beyond every measure', '['.repeat(1e6)],
  ['an empty frame', ''],
])('%s is counted as malformed', (_what, frame) => {
  const parsed = parseServerMessage(frame);
  expect(parsed).toEqual({ kind: 'malformed' });
  expect(parsed.kind !== 'used' && countedAs(parsed)).toBe('malformed');
});

test('no frame makes the parser throw', () => {
  const typed = fc.record(
    {
      type: fc.constantFrom('Begin', 'Turn', 'Error', 'Termination', 'Warning', '__proto__'),
      turn_order: fc.anything(),
      end_of_turn: fc.anything(),
      transcript: fc.anything(),
      words: fc.anything(),
      id: fc.anything(),
      expires_at: fc.anything(),
      configuration: fc.anything(),
      error_code: fc.anything(),
    },
    { requiredKeys: ['type'] },
  );
  const frame = fc.oneof(
    fc.string(),
    fc.json(),
    typed.map((message) => toJson(message)),
  );
  fc.assert(
    fc.property(frame, (text) => {
      expect(['used', 'unused', 'unknown', 'malformed']).toContain(parseServerMessage(text).kind);
    }),
  );
});

/** What cannot be written as JSON, such as a bigint, is written as text. */
const toJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' || typeof part === 'symbol' ? String(part) : part,
  );

const nothingSaid = {
  model: null,
  mode: null,
  domain: null,
  voiceFocus: null,
  filterProfanity: null,
};

test.each([
  [undefined, undefined],
  ['u3-rt-pro', undefined],
  [null, undefined],
  [[], nothingSaid],
  [{}, nothingSaid],
  [{ model: 7, mode: {}, domain: [], voice_focus: true, filter_profanity: 'no' }, nothingSaid],
  [{ model: '<b>u3</b>\n', mode: 'x'.repeat(1_000) }, nothingSaid],
  [
    {
      model: 'universal-3-5-pro',
      mode: 'balanced',
      api_version: '2025-05-12',
      domain: null,
      voice_focus: 'near-field',
      filter_profanity: true,
      anything: { else: [] },
    },
    {
      ...nothingSaid,
      model: 'universal-3-5-pro',
      mode: 'balanced',
      voiceFocus: 'near-field',
      filterProfanity: true,
    },
  ],
])('the valid entries of the configuration in Begin, %j, are parsed', (said, read) => {
  const begin = { type: 'Begin', id: 'x', expires_at: 1, configuration: said };
  expect(parseServerMessage(JSON.stringify(begin))).toEqual({
    kind: 'used',
    message: { type: 'Begin', id: 'x', expires_at: 1, ...(read && { configuration: read }) },
  });
});
