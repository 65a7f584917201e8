import fc from 'fast-check';
import { broadcastChannels, requestChannels, type RequestChannel } from '#shared/channels.ts';
import { listeningCommandSchema, type RequestArguments } from '#shared/ipc.ts';
import { unfinishedActionSchema } from '#shared/unfinished-recording.ts';

/** A value as a recipe, because not every value can travel to the page that makes it. */
export type Recipe =
  | { make: 'json'; json: string }
  | { make: 'long'; length: number }
  | { make: 'deep'; depth: number }
  | { make: 'odd'; index: number };

export interface Call {
  channel: string;
  args: Recipe[];
}

/** How many odd values the page knows. */
export const oddValues = 13;
/** One of them, -0, is a whole number all the same. */
const oddZero = 3;

const json = (value: unknown): Recipe => ({ make: 'json', json: JSON.stringify(value) });

const odd: fc.Arbitrary<Recipe> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ make: fc.constant('odd'), index: fc.nat(oddValues - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ make: fc.constant('deep'), depth: fc.integer({ min: 1, max: 2_000 }) }),
  },
);
/** Longer than any text of the contract. */
const long: fc.Arbitrary<Recipe> = fc.record({
  make: fc.constant('long'),
  length: fc.integer({ min: 513, max: 50_000 }),
});
const jsonValue = fc.jsonValue({ maxDepth: 3 });
const jsonBut = (isTaken: (value: unknown) => boolean): fc.Arbitrary<Recipe> =>
  jsonValue.filter((value) => !isTaken(value)).map(json);
const oneOf = (...values: unknown[]): fc.Arbitrary<Recipe> => fc.constantFrom(...values).map(json);

const commands = new Set<unknown>(listeningCommandSchema.options);
const actions = new Set<unknown>(unfinishedActionSchema.options);

type TakingArguments = {
  [C in RequestChannel]: RequestArguments<C> extends [] ? never : C;
}[RequestChannel];

const alone = (...first: fc.Arbitrary<Recipe>[]): fc.Arbitrary<Recipe[]> =>
  fc.oneof(...first).map((one) => [one]);

const isId = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0;

const query = {
  ...{ words: '', isDictationsOnly: false, limit: 1 },
  before: { dictation: null, captions: null },
};

/** First arguments that a channel must not take, by what it does take. */
const malformed: Record<TakingArguments, fc.Arbitrary<Recipe[]>> = {
  'captions:attach': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf('Words', 'words ', 'toString', ['words'], 0),
  ),
  'level:watch': alone(
    odd.filter((recipe) => recipe.make !== 'odd' || recipe.index !== oddZero),
    long,
    jsonBut((value) => Number.isInteger(value)),
    oneOf('4', -1, 61, 0.5, 1e300, [4]),
  ),
  'listening:do': alone(
    odd,
    long,
    jsonBut((value) => commands.has(value)),
    oneOf('START', ' start', 'start\0', '__proto__', 'captured', { type: 'start' }, ['start']),
  ),
  'problem:close': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf('Account', 'account ', 'toString', ['account'], 0),
  ),
  'key:save': alone(
    odd,
    long,
    jsonBut((value) => typeof value === 'string'),
    oneOf('', ' ', '\n\t', ['a-key'], { length: 5 }, { toString: 'a-key' }),
  ),
  'microphone:choose': alone(
    odd,
    long,
    jsonBut((value) => value === null),
    oneOf(
      ...[{}, { name: 'Mic' }, { hostApi: 'ALSA' }, { name: '', hostApi: 'ALSA' }],
      ...[
        { name: 'x'.repeat(501), hostApi: '' },
        { name: 'Mic', hostApi: 'x'.repeat(101) },
      ],
      ...[{ name: ['Mic'], hostApi: 'ALSA' }, [['name', 'Mic']], 'Mic'],
    ),
  ),
  'microphone:check': alone(
    odd,
    long,
    jsonBut((value) => typeof value === 'boolean'),
    oneOf('true', 1, 0, '', [true], { valueOf: true }),
  ),
  'history:read': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf(
      ...[{}, { words: '' }, { ...query, words: 1 }, { ...query, isDictationsOnly: 1 }],
      ...[0, -1, 1.5, 1_001, '1'].map((limit) => ({ ...query, limit })),
      ...[0, -1, 1.5, '1'].map((id) => ({ ...query, before: { dictation: id, captions: null } })),
      ...[
        { ...query, before: null },
        { ...query, words: 'x'.repeat(501) },
      ],
    ),
  ),
  'history:lines': alone(odd, long, jsonBut(isId), oneOf(0, -1, 1.5, '1', [1], { id: 1 })),
  'history:act': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf(
      ...[1, {}, { type: 'dictation', id: 0, action: 'copy' }, { id: 1, action: 'copy' }],
      ...[
        { type: 'captions', id: 1, action: 'insert' },
        { type: 'dictation', id: 1, action: 'drop' },
      ],
    ),
  ),
  'history:export': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf(
      ...[{}, { id: 1 }, { type: 'captions', id: 0 }, { type: 'turn', id: 1 }, { words: null }],
      ...[{ words: 'x'.repeat(501) }, { ids: [1] }],
    ),
  ),
  'hotkeys:suspend': alone(
    odd,
    long,
    jsonBut((value) => typeof value === 'boolean'),
    oneOf('true', 1, 0, ''),
  ),
  'hotkeys:change': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf('Dictate', 'dictate ', 'toString', ['dictate'], 0),
  ),
  'hotkeys:mode': alone(
    odd,
    long,
    jsonBut(() => false),
    oneOf('Auto', 'holds', '__proto__', ['hold']),
  ),
  'settings:change': alone(
    long,
    jsonBut((value) => typeof value === 'object' && value !== null),
    oneOf('sounds', 1, true, null, ''),
  ),
  'unfinished:act': fc.oneof(
    fc.tuple(
      fc.oneof(
        odd.filter((recipe) => recipe.make !== 'odd' || recipe.index !== oddZero),
        long,
        jsonBut((value) => Number.isSafeInteger(value)),
        oneOf('1', 1.5, 2 ** 53, -(2 ** 53), 1e300, [1], { valueOf: 1 }),
      ),
      oneOf(...actions),
    ),
    fc.tuple(
      oneOf(1, 0, -1),
      fc.oneof(
        odd,
        long,
        jsonBut((value) => actions.has(value)),
        oneOf('DELETE', 'delete ', 'delete\0', '__proto__', 'toString', ['delete'], 0),
      ),
    ),
  ),
};

const more = fc.array(fc.oneof(odd, jsonValue.map(json)), { maxLength: 3 });

/** A channel of the app with a first argument that it must not take, or with none. */
export const malformedCall: fc.Arbitrary<Call> = fc
  .constantFrom(...Object.entries(malformed))
  .chain(([channel, first]) =>
    fc.oneof(
      {
        weight: 20,
        arbitrary: fc
          .tuple(first, more)
          .map(([head, rest]) => ({ channel, args: [...head, ...rest] })),
      },
      { weight: 1, arbitrary: fc.constant<Call>({ channel, args: [] }) },
    ),
  );

const ours = new Set<string>(requestChannels);

/** A channel that nobody answers, some of them similar to a real one. */
export const unknownCall: fc.Arbitrary<Call> = fc.record({
  channel: fc
    .oneof(
      fc.string({ maxLength: 30 }),
      fc.constantFrom(...broadcastChannels, '', '__proto__', 'constructor', 'toString', 'error'),
      fc.constantFrom(...requestChannels).map((channel) => `${channel} `),
      fc.constantFrom(...requestChannels).map((channel) => channel.toUpperCase()),
    )
    .filter((channel) => !ours.has(channel)),
  args: more,
});

const wellFormed: fc.Arbitrary<Call> = fc.constantFrom<Call>(
  { channel: 'listening:do', args: [json('start')] },
  { channel: 'key:save', args: [json('another-key')] },
  { channel: 'microphone:choose', args: [json({ name: 'Mic', hostApi: 'ALSA' })] },
  { channel: 'microphone:check', args: [json(true)] },
  { channel: 'history:read', args: [json({ words: '', beforeId: null, limit: 1 })] },
  { channel: 'history:act', args: [json(1), json('delete')] },
  { channel: 'history:export', args: [json({ words: '' }), json('txt')] },
  { channel: 'settings:change', args: [json({ sounds: true })] },
  { channel: 'unfinished:act', args: [json(1), json('delete')] },
  ...requestChannels
    .filter((channel) => !(channel in malformed))
    .map((channel) => ({ channel, args: [] })),
);

/** What a foreign page may try: mostly calls that would work for a page of the app. */
export const foreignCall: fc.Arbitrary<Call> = fc.oneof(
  { weight: 3, arbitrary: wellFormed },
  { weight: 1, arbitrary: malformedCall },
);
