import { afterAll, expect, test } from 'vitest';
import type { Interference } from '../../electron/demo-server/interference.ts';
import { startDemoServer, type DemoServerOptions } from '../../electron/demo-server/server.ts';
import { recording } from '../../test/support/recording.ts';
import { checks, estimate } from './checks.ts';
import type { Service } from './live-session.ts';
import type { Row } from './row.ts';

/* Each test changes one behaviour of the demo server, and the check must fail in the row about it. */

const key = 'a-key-for-live-checks';
const cleanups: (() => unknown)[] = [];
afterAll(async () => {
  for (const cleanUp of cleanups.splice(0).reverse()) await cleanUp();
});

async function serve(options: Partial<DemoServerOptions>, patience: number): Promise<Service> {
  const server = await startDemoServer({ key, recording, secondMs: 20, ...options });
  cleanups.push(() => server.close());
  const baseUrl = new URL(server.url).origin;
  return { baseUrl, key, recording, regions: { eu: baseUrl }, speed: 20, patience };
}

async function rowsOf(name: string, service: Service): Promise<Row[]> {
  const check = checks.find((one) => one.name === name);
  if (check === undefined) throw new Error(`no check ${name}`);
  return check.run(service);
}

const factsOf = (rows: Row[], holds: boolean | null): string[] =>
  rows.filter((row) => row.holds === holds).map(({ fact }) => fact);

test('all rows pass against the expected service', async () => {
  const service = await serve({}, 20);
  const rows: Row[] = [];
  for (const { name } of checks) rows.push(...(await rowsOf(name, service)));
  expect(rows.filter(({ holds }) => holds === false)).toEqual([]);
  expect(factsOf(rows, null)).toEqual(['ForceEndpoint with no open turn']);
  expect(new Set(rows.map(({ fact }) => fact)).size).toBe(rows.length);
  expect(rows.find(({ fact }) => fact.startsWith('words end'))?.seen).toMatch(
    /^ends -?\d+ \/ -?\d+ \/ -?\d+ ms late \(min \/ median \/ max of \d+\)/,
  );
});

test('all checks together cost less than five cents', () => {
  expect(Number(/([\d.]+) cents/.exec(estimate(checks))?.[1])).toBeLessThan(5);
});

type Message = Parameters<NonNullable<Interference['message']>>[0];
interface Word {
  start: number;
  end: number;
}

const isTurn = (message: Message): message is Message & { end_of_turn: boolean; words: Word[] } =>
  message.type === 'Turn';

/** Changes every Turn, or drops it if `change` returns null. */
const turns = (
  change: (
    turn: Message & { end_of_turn: boolean; words: Word[] },
    query: URLSearchParams,
  ) => object | null,
): Partial<DemoServerOptions> => ({
  interference: {
    message: (message, query) => {
      if (!isTurn(message)) return [message];
      const changed = change(message, query);
      return changed === null ? [] : [changed];
    },
  },
});

const words = (change: (word: Word) => Word) =>
  turns((turn) => ({ ...turn, words: turn.words.map(change) }));

const without = (model: string) =>
  turns((turn, query) => (query.get('speech_model') === model ? null : turn));

/** Changes the parameters that the service reads. */
const query = (change: (query: URLSearchParams) => void): Partial<DemoServerOptions> => ({
  interference: {
    query: (given) => {
      const read = new URLSearchParams(given);
      change(read);
      return read;
    },
  },
});

const ignoresEndpoints: Partial<DemoServerOptions> = {
  interference: { receives: ({ type }) => type !== 'ForceEndpoint' },
};

const otherLimit = (name: string): Partial<DemoServerOptions> => ({
  interference: {
    limit: (refusal, asked) => (asked.has(name) ? { code: 3005, error: 'Goodbye' } : refusal),
  },
});

const otherKey: Partial<DemoServerOptions> = {
  interference: { authorization: () => 'another-key' },
};

/** By the one case that counts them. */
let framesHeard = 0;

// Most of their time is waiting for what does not come.
test.concurrent.each<[string, string[], Partial<DemoServerOptions>]>([
  [
    'session',
    ['a session with lists as one JSON value, a fraction and a false begins'],
    { concurrency: { maxSessions: 0, code: 3009 } },
  ],
  ['session', ['Begin names the requested model'], { runsInstead: 'universal-3-5-pro' }],
  [
    'session',
    [
      'ForceEndpoint makes an open turn final',
      'the first turn has the order 0, partials, and one final',
    ],
    ignoresEndpoints,
  ],
  [
    'session',
    ['the first turn has the order 0, partials, and one final'],
    turns((turn) => (turn.end_of_turn ? turn : null)),
  ],
  [
    'session',
    ['word times count the sound that was sent'],
    words(({ start, end, ...word }) => ({ ...word, start: start + 5_000, end: end + 5_000 })),
  ],
  [
    'session',
    ['Terminate is answered with both durations and a close'],
    {
      interference: {
        message: (message) => [
          message.type === 'Termination' ? { ...message, audio_duration_seconds: 7 } : message,
        ],
      },
    },
  ],
  [
    'session',
    ['neither a Warning nor an unknown message comes'],
    {
      interference: {
        message: (message) =>
          message.type === 'Begin'
            ? [message, { type: 'Warning', warning_code: 1, warning: 'slow' }]
            : [message],
      },
    },
  ],
  [
    'times',
    ['a silence ends a turn, without ForceEndpoint'],
    query((read) => {
      read.set('min_turn_silence', '9999');
      read.set('max_turn_silence', '9999');
    }),
  ],
  [
    'times',
    ['word times do not count a gap in the sound'],
    words(({ start, end, ...word }) => {
      const laterMs = start > 3_200 ? 2_000 : 0;
      return { ...word, start: start + laterMs, end: end + laterMs };
    }),
  ],
  [
    'times',
    ['words end and start as close to their sound as the app assumes'],
    words(({ end, ...word }) => ({ ...word, end: end + 1_500 })),
  ],
  ['ends', ['ForceEndpoint after a word under 500 ms gives a final'], ignoresEndpoints],
  [
    'ends',
    ['Terminate makes an open turn final'],
    turns((turn) => (turn.end_of_turn && turn.words.length > 3 ? null : turn)),
  ],
  [
    'models',
    ['universal-streaming-english gives the words of a sentence, by Terminate'],
    without('universal-streaming-english'),
  ],
  ['models', ['whisper-rt gives the words of a sentence, by Terminate'], without('whisper-rt')],
  [
    'models',
    ['u3-rt-pro accepts language_codes together with a prompt that names the language'],
    query((read) => {
      if (read.has('language_codes')) read.set('mode', 'balanced');
    }),
  ],
  [
    'refusals',
    ['a list as a repeated parameter is refused'],
    query((read) => {
      if (read.has('keyterms_prompt')) read.set('keyterms_prompt', '[]');
    }),
  ],
  ['refusals', ['a value out of range is refused'], query((read) => read.delete('vad_threshold'))],
  [
    'session',
    [
      'UpdateConfiguration with a list is accepted, and pings on a silent connection are answered',
      'Terminate is answered with both durations and a close',
    ],
    {
      interference: {
        refusal: ({ type }) =>
          type === 'UpdateConfiguration' ? { code: 3006, error: 'keyterms_prompt: no list' } : null,
      },
    },
  ],
  [
    'refusals',
    [
      'a wrong key is refused, on the upgrade or after it',
      'the refusal of a wrong key is recognised',
    ],
    { interference: { authorization: () => key } },
  ],
  ['regions', ['the address of the region eu accepts the key'], otherKey],
  ['token', ['a temporary token is given for the key'], otherKey],
  ['refusals', ['the refusal of a wrong key is recognised'], { wrongKeyReason: 'No entry.' }],
  [
    'refusals',
    ['frames of 20 ms are refused'],
    { interference: { frame: (pcm) => (pcm.length < 1_600 ? null : pcm) } },
  ],
  [
    'limits',
    ['the refusal of an unknown model is recognised'],
    query((read) => read.set('speech_model', 'u3-rt-pro')),
  ],
  [
    'limits',
    ['the refusal of a session to which nothing is sent is recognised'],
    otherLimit('inactivity_timeout'),
  ],
  [
    'limits',
    ['the refusal of a token’s session after its 60 s is recognised'],
    otherLimit('token'),
  ],
  [
    'burst',
    ['a minute of sound at once is accepted, or refused for its rate'],
    { interference: { frame: () => Buffer.alloc(64_000) } },
  ],
  [
    'burst',
    ['every word of that minute comes once'],
    { interference: { frame: (pcm) => ((framesHeard += 1) > 300 ? null : pcm) } },
  ],
])('the check “%s” fails in the rows %j', async (name, facts, options) => {
  // Refusals have little time, and a busy machine needs more of it.
  const rows = await rowsOf(name, await serve(options, name === 'refusals' ? 20 : 3));
  expect(factsOf(rows, false)).toEqual(facts);
});

test('a burst may be refused if the app recognises the text as too fast', async () => {
  const service = await serve({ pace: { rate: 1.25, longestBacklogMs: 8_000 } }, 3);
  const rows = await rowsOf('burst', service);
  expect(rows.map(({ holds }) => holds)).toEqual([true, null]);
});

test('names the region whose address does not answer', async () => {
  const service = await serve({}, 3);
  const rows = await rowsOf('regions', {
    ...service,
    regions: { eu: service.baseUrl, us: 'ws://127.0.0.1:9' },
  });
  expect(factsOf(rows, false)).toEqual(['the address of the region us accepts the key']);
});
