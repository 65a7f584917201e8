import { describe, expect, test } from 'vitest';
import type { TurnMessage } from '../assemblyai/server-message.ts';
import type { SessionEvent } from '../assemblyai/session-state.ts';
import { tuning } from '../tuning.ts';
import { noVoice, type Voice } from '../voice/voice.ts';
import type { Segment, SegmentEffect } from './segment.ts';
import { end, isKeptWarm, settled, toSession } from './session-effects.ts';
import { beginSegment } from './step.ts';
import { at, voiceIn } from './voice.fixture.ts';

const aroundOf = (voice: Voice = noVoice, warmMs = 0) => ({
  ...{ voice, maxAttempts: 5, warmMs, isLiveElsewhere: false },
});
const begin: SessionEvent = {
  type: 'message',
  message: { type: 'Begin', id: 'one', expires_at: 0 },
};
const turn = (transcript: string, { isFinal = true, order = 0 } = {}): SessionEvent => {
  const words = transcript.trim() === '' ? [] : [{ text: transcript, start: 0, end: 40 }];
  const message: TurnMessage = {
    ...{ type: 'Turn', turn_order: order, end_of_turn: isFinal, transcript, words },
  };
  return { type: 'message', message };
};

const [begun] = beginSegment(0, at(1_000));
/** A segment that begins at 1 s and whose session is not open yet, with 50 ms of sound. */
const [connecting] = toSession(
  { ...begun, heardTo: at(1_050) },
  { type: 'captured', toSample: at(1_050) },
  aroundOf(),
);
const [streaming] = toSession(connecting, begin, aroundOf());
const settling: Segment = { ...streaming, phase: 'settling' };

const typesOf = (effects: SegmentEffect[]) => effects.map(({ type }) => type);
const wait = (timeoutMs: number) => ({ type: 'set-timeout', timeoutMs });

/** All voice of the segment is covered by a final of its only word. */
const said = aroundOf(voiceIn([1_000, 1_040]));

describe('when the service begins the session', () => {
  test('it has as much to catch up with as was captured before', () => {
    expect(streaming.caughtUpAt).toBe(at(1_050 + 50));
    expect(streaming.failedAttempts).toBe(0);
  });

  test('the segment waits for nothing while it streams', () => {
    const failed = { ...connecting, failedAttempts: 3 };
    const [{ failedAttempts }, effects] = toSession(failed, begin, aroundOf());
    expect(failedAttempts).toBe(0);
    expect(typesOf(effects).sort()).toEqual(['began', 'send-audio', 'set-session-timeout']);
  });

  test('the wait for the last words begins', () => {
    const [, effects] = toSession({ ...connecting, phase: 'settling' }, begin, aroundOf());
    expect(effects).toContainEqual(wait(tuning.finalTimeoutMs + 50));
    expect(typesOf(effects).sort()).toEqual([
      ...['began', 'send-audio', 'set-session-timeout', 'set-timeout'],
    ]);
  });

  test('and it is sent all sound and its end at once, the wait is not longer than usual', () => {
    const [ending] = toSession(connecting, { type: 'finish' }, aroundOf());
    const [next, effects] = toSession({ ...ending, phase: 'settling' }, begin, aroundOf());
    expect(next.session.phase).toBe('terminating');
    expect(effects).toContainEqual(wait(tuning.finalTimeoutMs));
  });
});

test.each([
  [1_050, false],
  [1_051, true],
])('a ForceEndpoint at 1,050 ms is in a backlog if that lasts to %i ms: %s', (ms, isInBacklog) => {
  const late = { ...streaming, caughtUpAt: at(ms) };
  const [next, effects] = toSession(late, { type: 'force-endpoint' }, aroundOf());
  expect(next.spoken.forcedEndpoints).toMatchObject([{ sample: at(1_050), isInBacklog }]);
  expect(effects).toEqual([{ type: 'send', message: { type: 'ForceEndpoint' } }]);
});

describe('a final without words takes the place of its partial', () => {
  const endOf = (voice: Voice) => {
    const [open] = toSession(streaming, turn('uh', { isFinal: false }), aroundOf(voice));
    const [, effects] = toSession(open, turn(''), aroundOf(voice));
    return effects;
  };

  test('at the end of the voice', () => {
    const sample = at(1_020);
    expect(endOf(voiceIn([1_000, 1_020]))).toMatchObject([
      { type: 'turn', turn: { text: '', startSample: sample, endSample: sample } },
    ]);
  });

  test('at the newest sample if no voice was found', () => {
    expect(endOf(noVoice)).toMatchObject([{ type: 'turn', turn: { startSample: at(1_050) } }]);
  });
});

describe('a final that was asked for', () => {
  const asked = { ...streaming, isAsked: true };
  const isAskedAfter = (event: SessionEvent) => toSession(asked, event, said)[0].isAsked;

  test('has arrived with words', () => {
    expect(isAskedAfter(turn('Hi.'))).toBe(false);
  });

  test('has not arrived with a partial', () => {
    expect(isAskedAfter(turn('Hi', { isFinal: false }))).toBe(true);
  });

  test.each(['', ' '])('has not arrived with an earlier turn without words: "%s"', (text) => {
    expect(isAskedAfter(turn(text))).toBe(true);
  });

  test('was not asked for with a turn that came unasked', () => {
    expect(toSession(streaming, turn(''), said)[0].isAsked).toBe(false);
  });
});

test('a session that is lost is tried again', () => {
  const failure = { cause: 'closed', code: 1006 } as const;
  const [{ session, failedAttempts }, effects] = toSession(
    streaming,
    { type: 'disconnected', failure },
    aroundOf(),
  );
  expect(session.phase).toBe('closed');
  expect(failedAttempts).toBe(1);
  expect(effects).toContainEqual({ type: 'lost', failure, failedAttempts: 1 });
});

test('a session that sends a turn answers', () => {
  expect(toSession({ ...streaming, unanswered: 1 }, turn(''), said)[0].unanswered).toBe(0);
});

describe('a turn', () => {
  const effectsIn = (segment: Segment, event: SessionEvent, around = said) => {
    const [, [first, ...effects]] = toSession(segment, event, around);
    expect(first).toMatchObject({ type: 'turn' });
    return effects;
  };

  test('has no other effect while the segment streams', () => {
    expect(effectsIn(streaming, turn('Hi.'))).toEqual([]);
  });

  test('that is a partial has no other effect while the last words are missing', () => {
    expect(effectsIn(settling, turn('Hi', { isFinal: false }))).toEqual([]);
  });

  test('has no other effect in a session that ends in favour of live speech', () => {
    expect(effectsIn({ ...settling, yields: true }, turn('Hi.'))).toEqual([]);
  });

  test('that covers all voice settles the segment and ends its session', () => {
    expect(typesOf(effectsIn(settling, turn('Hi.')))).toEqual([
      ...['settled', 'set-timeout', 'send', 'set-session-timeout'],
    ]);
  });

  test('that covers all voice but likely no word is followed by a short wait', () => {
    const click = aroundOf(voiceIn([1_000, 1_040], [1_500, 1_550]));
    const effects = effectsIn({ ...settling, heardTo: at(1_600) }, turn('Hi.'), click);
    expect(effects).toEqual([wait(tuning.likelyFinalTimeoutMs)]);
  });

  test('that does not cover all voice is followed by the wait for another', () => {
    const more = aroundOf(voiceIn([1_000, 1_040], [1_800, 2_500]));
    const effects = effectsIn({ ...settling, heardTo: at(2_600) }, turn('Hi.'), more);
    expect(effects).toEqual([wait(tuning.finalTimeoutMs)]);
  });

  test('that covers all voice while a later one has no final is followed by the wait for that', () => {
    const later = turn('uh', { isFinal: false, order: 1 });
    const [open] = toSession(settling, later, said);
    expect(effectsIn(open, turn('Hi.'))).toEqual([wait(tuning.finalTimeoutMs + 50)]);
  });

  test('that is final after the segment settled settles it again', () => {
    expect(effectsIn({ ...streaming, phase: 'settled' }, turn('Hi.'))).toEqual([
      { type: 'settled' },
    ]);
  });
});

test('a final without words after the segment settled has no effect', () => {
  expect(toSession({ ...streaming, phase: 'settled' }, turn(''), said)[1]).toEqual([]);
});

describe('a segment with all of its words', () => {
  const warm = aroundOf(noVoice, 20_000);

  test('keeps its session warm for some time', () => {
    const [segment, effects] = settled(settling, [{ type: 'ping' }], warm);
    expect(segment).toEqual({ ...settling, phase: 'settled' });
    expect(effects).toEqual([{ type: 'ping' }, { type: 'settled' }, wait(20_000)]);
  });

  test('ends its session if none is kept warm', () => {
    const [segment, effects] = settled(settling, [{ type: 'ping' }], aroundOf());
    expect(segment).toMatchObject({ phase: 'ending', session: { phase: 'terminating' } });
    expect(effects).toEqual([
      ...[{ type: 'ping' }, { type: 'settled' }, { type: 'set-timeout', timeoutMs: null }],
      { type: 'send', message: { type: 'Terminate' } },
      { type: 'set-session-timeout', timeoutMs: tuning.terminationTimeoutMs },
    ]);
  });

  test('keeps a session warm only if it is open and no word can be pending', () => {
    expect(isKeptWarm(settling, warm)).toBe(true);
    expect(isKeptWarm(settling, aroundOf())).toBe(false);
    expect(isKeptWarm({ ...connecting, phase: 'settling' }, warm)).toBe(false);
    expect(isKeptWarm(settling, aroundOf(voiceIn([1_000, 1_040]), 20_000))).toBe(false);
  });
});

describe('the end of a segment', () => {
  test('that has no session is at once', () => {
    const closed: Segment = { ...settling, session: { phase: 'closed' } };
    const over = [{ ...closed, phase: 'over' }, [{ type: 'set-timeout', timeoutMs: null }]];
    expect(end(closed, 'abandoned', aroundOf())).toEqual(over);
  });

  test('that has a session is after Termination', () => {
    const [segment, effects] = end(streaming, 'abandoned', aroundOf());
    expect(segment.phase).toBe('abandoned');
    expect(typesOf(effects)).toEqual(['set-timeout', 'send', 'set-session-timeout']);
  });

  test('that is over has no effect', () => {
    const over: Segment = { ...streaming, phase: 'over' };
    expect(end(over, 'ending', aroundOf())).toEqual([over, []]);
  });
});
