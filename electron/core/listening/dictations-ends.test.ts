import { describe, expect, test } from 'vitest';
import { modelFacts } from '#shared/models.ts';
import { tuning } from '../tuning.ts';
import {
  dictate,
  end,
  final,
  microphoneFailed,
  released,
  run,
  spoken,
  tailSamples,
  timedOut,
} from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  dialled,
  disconnected,
  listening,
  loud,
  micClosed,
  timeout,
  turn,
} from './run.fixture.ts';

const times = <T>(count: number, ...events: T[]): T[] =>
  Array.from({ length: count }, () => events).flat();

/** More often than the wait for finals can be extended. */
const patience = times(tuning.finalWaits + 2, timedOut());

/** A dictation of a second of speech while captions are on, whose tail is over. */
const beside: ListeningEvent[] = [...listening, dictate(), captured(16_320, loud), end];
const heard: ListeningEvent[] = [...beside, captured(16_320 + tailSamples)];

/** A dictation of silence. */
const silent: ListeningEvent[] = [dictate(), captured(320), end, captured(320 + tailSamples)];

describe('the start of a dictation', () => {
  test('is reported as started, even while captions are on and nothing else happens', () => {
    expect(run([dictate()]).types).toContain('started');
    expect(run([dictate()], run(listening).listening).types).toEqual(['started']);
  });

  test('does nothing while another one is spoken', () => {
    const speaking = run(spoken).listening;
    expect(run([dictate(2)], speaking).effects).toEqual([]);
    const { dictated } = run([dictate(2), end, captured(16_320 + tailSamples), final], speaking);
    expect(dictated).toMatchObject([{ id: 1, text: 'Hi.' }]);
  });
});

describe('the end of a dictation', () => {
  test('does nothing without a dictation, or a second time', () => {
    expect(run([end]).effects).toEqual([]);
    const tail = run([...spoken, end]).listening;
    expect(run([end], tail).effects).toEqual([]);
    expect(run([captured(16_400), end, captured(16_320 + tailSamples)], tail).ended).toEqual([1]);
  });

  test('comes with the last sample of its tail, and not before', () => {
    const almost = run([...spoken, end, captured(16_320 + tailSamples - 1)]);
    expect(almost.ended).toEqual([]);
    expect(run([captured(16_320 + tailSamples)], almost.listening).ended).toEqual([1]);
  });

  test('is reported once for each, whatever follows', () => {
    expect(run([...released, dictate(2)]).ended).toEqual([1]);
    const failed = run([...heard, captured(24_000), microphoneFailed, final]);
    expect(failed.ended).toEqual([1]);
    expect(failed.dictated).toMatchObject([{ id: 1, endSample: 16_320 + tailSamples }]);
  });

  test('ends the turn once if captions end with it', () => {
    const both: ListeningEvent[] = [...beside, captured(17_000), { type: 'stop' }];
    expect(run([...both, captured(16_320 + tailSamples)]).sent).toEqual([]);
    const { sent, ended } = run([
      ...[...both, captured(16_320 + tailSamples), captured(17_000 + tailSamples)],
    ]);
    expect(ended).toEqual([1]);
    expect(sent).toEqual(['ForceEndpoint']);
  });

  test('by the next dictation does not force the end of the turn, because the last word may be on its way', () => {
    const cut = run([dictate(2)], run([...beside, captured(17_000)]).listening);
    expect(cut.types).toEqual(['started', 'dictation-ended', 'set-dictation-timeout']);
    expect(cut.ended).toEqual([1]);
  });
});

describe('the first wait for finals', () => {
  const firstWait = (events: ListeningEvent[]) => run(events).dictationTimeouts.at(-1);

  test('is the longer one if some voice has no final', () => {
    expect(firstWait(released)).toBe(tuning.finalTimeoutMs);
  });

  test('is short after silence only if ForceEndpoint was sent', () => {
    const connected = [dictate(), begin(), captured(320), end];
    expect(firstWait([...connected, captured(320 + tailSamples)])).toBe(
      tuning.likelyFinalTimeoutMs,
    );
    expect(firstWait(silent)).toBe(tuning.finalTimeoutMs);
    // The next one cuts the tail short, so no ForceEndpoint is sent.
    expect(firstWait([...connected, captured(640), dictate(2)])).toBe(tuning.finalTimeoutMs);
  });

  test('is longer for a model that needs some seconds for its first words', () => {
    const whisper = [dictate(), dialled('whisper-rt'), ...released.slice(1)];
    const heardMs = 1_020 + tuning.tailMs;
    const firstTurnMs = modelFacts['whisper-rt'].firstTurnMs;
    expect(firstWait(whisper)).toBe(tuning.finalTimeoutMs + firstTurnMs - heardMs);
  });

  test('restarts with a final, and not with a partial', () => {
    const early = (isFinal: boolean) => turn('Hi', { endMs: 300, isFinal });
    const waits = [tuning.tailTimeoutMs, tuning.finalTimeoutMs];
    expect(run([...released, early(false)]).dictationTimeouts).toEqual(waits);
    expect(run([...released, early(true)]).dictationTimeouts).toEqual([
      ...waits,
      tuning.finalTimeoutMs,
    ]);
    const upTo700 = turn('Hi.', { endMs: 700 });
    expect(firstWait([...released, upTo700])).toBe(tuning.likelyFinalTimeoutMs);
  });

  test('ends when the dictation is reported', () => {
    expect(firstWait([...released, final])).toBeNull();
  });
});

describe('a dictation whose finals are late', () => {
  test('while captions are on, gets a fixed number of waits and is then reported as incomplete', () => {
    const waiting = run(times(tuning.finalWaits, timedOut()), run(heard).listening);
    expect(run([timedOut()], run(heard).listening).types).toEqual(['set-dictation-timeout']);
    expect(waiting.dictated).toEqual([]);
    expect(waiting.dictationTimeouts).toEqual(times(tuning.finalWaits, tuning.finalTimeoutMs));
    const over = run([timedOut()], waiting.listening);
    expect(over.dictated).toMatchObject([{ id: 1, text: '', isComplete: false }]);
    expect(over.dictationTimeouts).toEqual([null]);
    expect(over.types).toEqual(['set-dictation-timeout', 'dictated']);
  });

  test('is not given up while its session ends, which has its own timeout', () => {
    const waiting = run([...released, ...patience]);
    expect(waiting.dictated).toEqual([]);
    expect(waiting.dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
    expect(run([timeout(), final], waiting.listening).dictated).toMatchObject([{ text: 'Hi.' }]);
  });

  test.each<[string, ListeningEvent[]]>([
    ['connects', silent],
    ['catches up with sound from before it began', [...silent, begin()]],
    ['waits for a retry', [begin(), ...silent, disconnected()]],
  ])('is not reported as empty while its session %s', (_what, events) => {
    const waiting = run(patience, run(events).listening);
    expect(waiting.dictated).toEqual([]);
    expect(waiting.dictationTimeouts).toEqual(patience.map(() => tuning.finalTimeoutMs));
  });

  test('is waited for if only one of its sessions lacks them', () => {
    // The pause hands over to another session, and there is speech in both halves.
    const both: ListeningEvent[] = [
      ...[...listening, dictate(), captured(16_000, loud), { type: 'renew-session' } as const],
      ...[captured(24_000), begin(1), captured(40_000, loud), end, captured(40_000 + tailSamples)],
    ];
    // The first half likely has all its words, except a click; the second has no text.
    const half = run([...both, turn('Hi.', { endMs: 700 })]);
    expect(half.dictationTimeouts.at(-1)).toBe(tuning.finalTimeoutMs);
    const waiting = run([timedOut()], half.listening);
    expect(waiting.dictated).toEqual([]);
    // The first half has no text and the timeout of its session; the second likely has all its words.
    const other = turn('There.', { id: 1, endMs: 700 });
    expect(run([...both, other, ...patience]).dictated).toEqual([]);
  });
});

describe('a dictation whose finals are likely all there', () => {
  const silence = (toSample: number): ListeningEvent[] => [
    ...[dictate(), captured(toSample), begin(), end, captured(toSample + tailSamples)],
  ];

  test('waits while its session catches up with the sound from before it began, and no longer', () => {
    // The service has as much sound to catch up with as there was before Begin.
    expect(run([...silence(tailSamples), timedOut()]).types).toContain('ping');
    expect(run([...silence(tailSamples + 1), timedOut()]).types).not.toContain('ping');
  });

  test('is given up although the end of its session is not confirmed', () => {
    const ending: ListeningEvent[] = [...released, turn('Hi.', { endMs: 700 }), timeout()];
    expect(run(ending).sent).toEqual(['ForceEndpoint', 'Terminate']);
    expect(run([...ending, ...patience]).dictated).toMatchObject([{ text: 'Hi.' }]);
  });
});

describe('a timer that is late', () => {
  test('does nothing', () => {
    expect(run([timedOut()]).effects).toEqual([]);
    expect(run([timedOut()], run(spoken).listening).effects).toEqual([]);
    expect(run([timedOut()], run([...released, final]).listening).effects).toEqual([]);
  });

  test('does not end the dictation that came after', () => {
    const next = run([...released, final, micClosed, dictate(2), captured(40_000, loud), end]);
    expect(run([timedOut(1)], next.listening).effects).toEqual([]);
    expect(run([timedOut(2)], next.listening).ended).toEqual([2]);
  });
});
