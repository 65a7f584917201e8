import fc from 'fast-check';
import { key } from './watched-listener.ts';

/** What a hostile or broken service puts on the wire. */
export type Frame =
  | { type: 'text'; text: string }
  /** A text frame in two parts. */
  | { type: 'fragments'; text: string; cut: number }
  /** A text frame of these bytes, be they UTF-8 or not. */
  | { type: 'bytes'; bytes: Uint8Array }
  | { type: 'binary'; bytes: Uint8Array }
  | { type: 'close'; code: number };

const milliseconds = fc.nat(60_000);
const confidence = fc.double({ min: 0, max: 1, noNaN: true });
const sentence = fc.lorem({ maxCount: 8 });
const word = fc.record({
  text: fc.lorem({ maxCount: 1 }),
  start: milliseconds,
  end: milliseconds,
  confidence,
  word_is_final: fc.boolean(),
});
const words = fc.array(word, { maxLength: 8 });
const turnOrder = fc.nat(200);

/** Every message of the protocol as the service sends it. */
const realMessage: fc.Arbitrary<object> = fc.oneof(
  fc.record({ type: fc.constant('Begin'), id: fc.uuid(), expires_at: fc.nat() }),
  fc.record({ type: fc.constant('SpeechStarted'), timestamp: milliseconds, confidence }),
  {
    weight: 6,
    arbitrary: fc.record({
      type: fc.constant('Turn'),
      turn_order: turnOrder,
      turn_is_formatted: fc.boolean(),
      end_of_turn: fc.boolean(),
      transcript: sentence,
      end_of_turn_confidence: confidence,
      words,
    }),
  },
  fc.record({
    type: fc.constant('SpeakerRevision'),
    revisions: fc.array(
      fc.record({ turn_order: turnOrder, speaker_label: fc.constantFrom('A', 'B'), words }),
      { maxLength: 3 },
    ),
  }),
  fc.record({
    type: fc.constant('Heartbeat'),
    total_audio_received_ms: milliseconds,
    total_duration_ms: milliseconds,
    realtime_factor: confidence,
    max_speech_probability: confidence,
  }),
  fc.record({ type: fc.constant('Silence'), start_ms: milliseconds, end_ms: milliseconds }),
  fc.record({ type: fc.constant('Warning'), warning_code: fc.nat(5_000), warning: sentence }),
  fc.record({
    type: fc.constant('LLMGatewayResponse'),
    turn_order: turnOrder,
    transcript: sentence,
    data: fc.jsonValue({ maxDepth: 3 }),
  }),
);

/** These end a session, so they come seldom: what follows them needs a new one. */
const endingMessage: fc.Arbitrary<object> = fc.oneof(
  fc.record({
    type: fc.constant('Error'),
    error_code: fc.constantFrom(1008, 3005, 3006, 3007, 3008, 3009, 1011),
    error: fc.oneof(sentence, fc.constant(`There is no key ${key} here.`)),
  }),
  fc.record({
    type: fc.constant('Termination'),
    audio_duration_seconds: fc.nat(100),
    session_duration_seconds: fc.nat(100),
  }),
);

const message = fc.oneof(
  { weight: 60, arbitrary: realMessage },
  { weight: 1, arbitrary: endingMessage },
);

const oddText = fc.constantFrom(
  ...['', ' ', '\u0000', '\r\n', '\u001b[2J', '\ud800', '\u202e', 'NaN', '__proto__', '{}', '-1'],
  'é'.repeat(10_000),
);
const oddNumber = fc.constantFrom(
  ...[-1, -0, 0.5, 1e-320, 1e308, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER, Number.MIN_VALUE],
);
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  oddNumber,
  fc.constantFrom(null, true, false, [], {}),
  fc.jsonValue({ maxDepth: 4 }),
);

/** One change to a message; `at` chooses its place among all the places there are. */
const change = fc.record({
  how: fc.constantFrom('drop' as const, 'replace' as const, 'repeat' as const, 'wrap' as const),
  at: fc.nat(1_000),
  value: oddValue,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Every place in a value: the object or list, and the key in it. */
function placesIn(value: unknown): [owner: Record<string, unknown>, key: string][] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Record<string, unknown>;
  return Object.keys(owner).flatMap((key) => [[owner, key] as const, ...placesIn(owner[key])]);
}

function apply(value: object, { how, at, value: odd }: Change): void {
  const places = placesIn(value);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return;
  const [owner, key] = place;
  if (how === 'drop') Reflect.deleteProperty(owner, key);
  else if (how === 'replace') owner[key] = odd;
  else if (how === 'wrap') owner[key] = [owner[key]];
  else owner[`${key}_${at}`] = owner[key];
}

const mutatedMessage = fc
  .tuple(message, fc.array(change, { maxLength: 3 }))
  .map(([original, changes]) => {
    const changed = structuredClone(original);
    for (const one of changes) apply(changed, one);
    return JSON.stringify(changed);
  });

const pollution =
  '"__proto__":{"isPolluted":true},"constructor":{"prototype":{"isPolluted":true}},';

/** Changes that no JSON value shows: to the text itself. */
const brokenText = fc.tuple(mutatedMessage, fc.nat(9), fc.nat(1_000)).map(([text, how, at]) => {
  const cut = at % (text.length + 1);
  switch (how) {
    case 0:
      return text.slice(0, cut);
    case 1:
      return text.slice(cut);
    case 2:
      return text + text;
    case 3:
      return text.replace('{', `{${pollution}`);
    case 4:
      return text.replace('{', '{"type":"Error","type":"Turn","turn_order":0,');
    case 5:
      return text.replace(/\d+/, '1e999');
    case 6:
      return text.replace(/:\s*\d+/, ':NaN');
    case 7:
      return text.replace(/:/, `:${'['.repeat(at * 20)}`);
    case 8:
      return `{"type":"Turn","turn_order":0,"end_of_turn":false,"transcript":"${'x'.repeat(at * 200)}"}`;
    default:
      return `[${text}]`;
  }
});

const text = fc.oneof(
  { weight: 6, arbitrary: mutatedMessage },
  { weight: 4, arbitrary: brokenText },
  { weight: 1, arbitrary: fc.jsonValue().map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
);

/** Longer than any message the app takes. */
const tooLongBytes = 5 * 1024 * 1024;

/** One frame. One in about 150 is of a kind that ends the session. */
export const frame: fc.Arbitrary<Frame> = fc.oneof(
  { weight: 1_000, arbitrary: fc.record({ type: fc.constant('text'), text }) },
  {
    weight: 50,
    arbitrary: fc.record({ type: fc.constant('fragments'), text, cut: fc.nat(100) }),
  },
  {
    weight: 50,
    arbitrary: fc.record({
      type: fc.constant('binary'),
      bytes: fc.uint8Array({ maxLength: 2_000 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.uint8Array({ minLength: 1, maxLength: 100 }).map((bytes) => ({
      type: 'bytes' as const,
      bytes: Uint8Array.from([0xff, ...bytes]),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('close'),
      code: fc.constantFrom(1000, 1001, 1008, 1011, 3005, 3008, 4999),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ type: 'text' as const, text: '[' + '0,'.repeat(tooLongBytes / 2) }),
  },
);
