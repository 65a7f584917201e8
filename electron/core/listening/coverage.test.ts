import { describe, expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';
import {
  dictate,
  end,
  final,
  refused,
  released,
  run,
  tailSamples,
  timedOut,
} from './dictating.fixture.ts';
import { noDictations } from './dictation.ts';
import type { ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  listening,
  loud,
  message,
  micClosed,
  pong,
  termination,
  timeout,
  turn,
} from './run.fixture.ts';
import { initialListening } from './step.ts';

describe('while captions are on', () => {
  test('a final from before a dictation does not cover it', () => {
    const { listening: waiting, dictated } = run([
      ...[...listening, captured(16_320, loud), captured(32_000)],
      ...[turn('Before.', { endMs: 1_020 }), dictate(), captured(48_000), end],
      captured(48_000 + tailSamples),
    ]);
    expect(dictated).toEqual([]);
    const { dictated: empty } = run([timedOut(), pong()], waiting);
    expect(empty).toMatchObject([{ text: '', isComplete: true }]);
  });

  test('speech after a dictation is not waited for', () => {
    const { dictated } = run([
      ...[...listening, dictate(), captured(16_320, loud), end],
      ...[captured(16_320 + tailSamples), captured(64_000), captured(96_000, loud)],
      final,
    ]);
    expect(dictated).toMatchObject([{ text: 'Hi.', isComplete: true }]);
  });
});

describe('a word after a final whose end is reported late', () => {
  /** "One." and after 100 ms "two", on which the key is let go. */
  const spoken: ListeningEvent[] = [
    ...[...listening, dictate(), captured(6_720, loud), captured(8_320)],
    ...[captured(13_120, loud), turn('One.', { endMs: 900 }), end],
    captured(13_120 + tailSamples),
  ];

  test('is waited for, because the turn may have ended in a pause too short to detect', () => {
    const waiting = run(spoken);
    expect(waiting.dictated).toEqual([]);
    const two = turn('Two.', { order: 1, startMs: 500, endMs: 1_000 });
    expect(run([two], waiting.listening).dictated).toMatchObject([{ text: 'One. Two.' }]);
  });

  test('is waited for after a final without words, too', () => {
    const empty = message({
      ...{ type: 'Turn', turn_order: 1, end_of_turn: true, transcript: '', words: [] },
    });
    const waiting = run([...spoken, empty]);
    expect(waiting.dictated).toEqual([]);
    const two = turn('Two.', { order: 2, startMs: 500, endMs: 1_000 });
    expect(run([two], waiting.listening).dictated).toMatchObject([{ text: 'One. Two.' }]);
  });

  test('is not waited for after a pong', () => {
    expect(run([...spoken, timedOut(), pong()]).dictated).toMatchObject([
      { text: 'One.', isComplete: true },
    ]);
  });

  test('is not expected if the voice paused for longer', () => {
    const paused: ListeningEvent[] = [
      ...[...listening, dictate(), captured(6_720, loud), turn('One.', { endMs: 900 })],
      ...[captured(16_320), end, captured(16_320 + tailSamples)],
    ];
    expect(run(paused).dictated).toMatchObject([{ text: 'One.', isComplete: true }]);
  });
});

describe('nothing is waited for', () => {
  test('in a session that began after the end of the dictation', () => {
    const { dictated } = run([
      ...[...released, micClosed, captured(80_000), dictate(2), begin(1), captured(96_000, loud)],
      final,
    ]);
    expect(dictated).toMatchObject([{ id: 1, text: 'Hi.', isComplete: true }]);
  });

  test('in a session that began with the end of the dictation', () => {
    const apart: ListeningEvent = { type: 'dictate', id: 2, isApart: true };
    const { dictated } = run([
      ...[...released, apart, begin(1), captured(24_000), captured(40_000, loud), final],
    ]);
    expect(dictated).toMatchObject([{ id: 1, text: 'Hi.', isComplete: true }]);
  });

  test('in a warm session, whose own wait is over', () => {
    const { dictated, listening: kept } = run(
      [dictate(), captured(320), end, captured(320 + tailSamples), begin(), timeout()],
      initialListening({ maxAttempts: 2, warmMs: 20_000 }),
    );
    expect(kept.segments).toMatchObject([{ phase: 'settled' }]);
    expect(dictated).toMatchObject([{ text: '', isComplete: true }]);
  });
});

describe('the turns that are kept', () => {
  const kept = (events: ListeningEvent[]) => {
    const { dictations } = run(events).listening;
    return dictations.turns.map(({ text }) => text);
  };
  /** One word each second. */
  const words = ['One.', 'Two.', 'Three.', 'Four.'].map((text, order) =>
    turn(text, { order, startMs: order * 1_000, endMs: order * 1_000 + 500 }),
  );
  const speech = [16_000, 32_000, 48_000, 64_000].map((sample) => captured(sample, loud));
  const captions: ListeningEvent[] = [...listening, ...speech, ...words];

  test('are the last three while no dictation needs them', () => {
    expect(kept(captions)).toEqual(['Two.', 'Three.', 'Four.']);
    expect(kept(captions.slice(0, -3))).toEqual(['One.']);
  });

  test('are all turns during a dictation', () => {
    expect(kept([...listening, dictate(), ...speech, ...words])).toEqual([
      ...['One.', 'Two.', 'Three.', 'Four.'],
    ]);
  });

  test('are none of a session that is over', () => {
    const renewed: ListeningEvent[] = [
      ...[...captions, { type: 'renew-session' } as const, captured(80_000), begin(1)],
      turn('Five.', { id: 1 }),
    ];
    expect(kept(renewed)).toEqual(['Three.', 'Four.', 'Five.']);
    expect(kept([...renewed, timeout(), termination()])).toEqual(['Five.']);
    const stopped: ListeningEvent[] = [{ type: 'cancel' }, termination()];
    expect(kept([...captions, ...stopped])).toEqual([]);
    const { dictations } = run([...released, micClosed, final, termination()]).listening;
    expect(dictations).toEqual(noDictations);
  });
});

describe('what is reported', () => {
  test('is in the order of speech, whichever became final first', () => {
    const hi = (isFinal: boolean) => turn('Hi.', { endMs: 300, isFinal });
    const there = turn('There.', { order: 1, startMs: 600, endMs: 1_020 });
    expect(run([...released, hi(false), there, hi(true)]).dictated).toMatchObject([
      { text: 'Hi. There.', isComplete: true },
    ]);
  });

  test('is not complete if the service sends only a partial', () => {
    const breaksOff: ListeningEvent[] = [timeout(), disconnected(), timeout(), begin()];
    const { dictated } = run([
      ...[...released, turn('Hi', { endMs: 1_020, isFinal: false })],
      ...Array.from({ length: tuning.confirmAttempts + 1 }, () => breaksOff).flat(),
    ]);
    expect(dictated).toMatchObject([{ text: 'Hi', isComplete: false }]);
  });

  test('is cut if an outage lasted so long that some of its sound is no longer held', () => {
    const lateSample = samplesIn(tuning.heldMs + 30_000);
    const { listening: late } = run([
      ...[dictate(), captured(320), begin(), disconnected(), captured(lateSample, loud), timeout()],
      ...[begin(), end, captured(lateSample + tailSamples)],
    ]);
    expect(late.dictations.all).toMatchObject([{ id: 1, isCut: true }]);
  });

  test('is not complete without a word in five seconds of voice', () => {
    const empty = (voicedMs: number) => {
      const voicedTo = samplesIn(1_000 + voicedMs);
      const { dictated } = run([
        ...[dictate(), begin(), captured(16_000)],
        ...[2_000, 3_000, 4_000, 5_000].map((ms) => captured(samplesIn(ms), loud)),
        ...[captured(voicedTo, loud), end, captured(voicedTo + tailSamples)],
        ...[timeout(), termination()],
      ]);
      return dictated;
    };
    expect(empty(tuning.unansweredVoiceMs - 1)).toMatchObject([{ text: '', isComplete: true }]);
    expect(empty(tuning.unansweredVoiceMs)).toMatchObject([{ text: '', isComplete: false }]);
  });

  test('is cut only if its own sound could not be recognised', () => {
    const apart: ListeningEvent[] = [
      ...[...released, micClosed, captured(80_000), dictate(2), begin(1)],
      ...[captured(96_000, loud), end, captured(96_000 + tailSamples)],
    ];
    const { dictated } = run([...[...apart, refused(0), turn('There.', { id: 1, endMs: 1_000 })]]);
    expect(dictated).toMatchObject([
      { id: 1, text: '', isComplete: false },
      { id: 2, text: 'There.', isComplete: true },
    ]);
  });
});
