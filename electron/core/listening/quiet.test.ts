import { describe, expect, test } from 'vitest';
import { samplesIn } from '../audio-format.ts';
import type { Listening, ListeningEvent } from './listening.ts';
import {
  begin,
  captured,
  disconnected,
  loud,
  message,
  quiet,
  run,
  timeout,
  turn,
} from './run.fixture.ts';

const minute = samplesIn(60_000);
const limitMs = 30 * 60_000;
const watched: Listening = { ...quiet, options: { ...quiet.options, quietMs: limitMs } };

/** Sound from one minute to another, in steps of ten seconds. */
const sound = (fromMinute: number, toMinute: number, level = 0): ListeningEvent[] =>
  Array.from({ length: (toMinute - fromMinute) * 6 }, (_, index) =>
    captured(fromMinute * minute + ((index + 1) * minute) / 6, level),
  );

const on: ListeningEvent[] = [{ type: 'start' }, captured(320), begin()];

function outcomes(events: ListeningEvent[], from = watched) {
  const { effects, listening } = run(events, from);
  const all = effects.flatMap((effect) => (effect.type === 'quiet' ? [effect.outcome] : []));
  return { all, phase: listening.captions.phase, effects };
}

test('captions without a word stop after the limit, with a warning a minute before', () => {
  expect(outcomes([...on, ...sound(0, 28)])).toMatchObject({ all: [], phase: 'on' });
  expect(outcomes([...on, ...sound(0, 29.5)])).toMatchObject({ all: ['stops-soon'], phase: 'on' });
  const { all, phase, effects } = outcomes([...on, ...sound(0, 30.5)]);
  expect({ all, phase }).toEqual({ all: ['stops-soon', 'stopped'], phase: 'off' });
  expect(effects).toContainEqual({ type: 'quiet', outcome: 'stopped', minutes: 30 });
});

test('the warning comes exactly a minute before, and the stop exactly at the limit', () => {
  const before = [...on, ...sound(0, 28)];
  expect(outcomes([...before, captured(29 * minute - 1)]).all).toEqual([]);
  const warned = [...before, captured(29 * minute)];
  expect(outcomes(warned).all).toEqual(['stops-soon']);
  expect(outcomes([...warned, captured(30 * minute - 1)]).all).toEqual(['stops-soon']);
  expect(outcomes([...warned, captured(30 * minute)]).all).toEqual(['stops-soon', 'stopped']);
});

test('between the warning and the stop sound is sent, and nothing else happens', () => {
  const { listening } = run([...on, ...sound(0, 29)], watched);
  const { types } = run(sound(29, 29.5), listening);
  expect(new Set(types)).toEqual(new Set(['send-audio', 'set-session-timeout']));
});

test('no text is reported, because no person stopped them', () => {
  const soon: Listening = { ...quiet, options: { ...quiet.options, quietMs: 2 * 60_000 } };
  const seconds = Array.from({ length: 125 }, (_, index) => captured((index + 1) * 16_000));
  const { effects, phase } = outcomes([...on, ...seconds, timeout()], soon);
  const terminate = { type: 'send', message: { type: 'Terminate' } };
  expect(effects).toContainEqual({ type: 'segment', id: 0, effect: terminate });
  expect(phase).toBe('off');
  expect(effects.filter(({ type }) => type === 'finished')).toEqual([]);
});

test('a word keeps them on, also after the warning', () => {
  const word = turn('Hi.', { startMs: 29 * 60_000, endMs: 29 * 60_000 + 500 });
  expect(outcomes([...on, ...sound(0, 20), word, ...sound(20, 45)])).toMatchObject({ all: [] });
  const { all, phase } = outcomes([...on, ...sound(0, 29.5), word, ...sound(29.5, 50)]);
  expect({ all, phase }).toEqual({ all: ['stops-soon', 'goes-on'], phase: 'on' });
});

test('a knock now and then is silence', () => {
  const knocks = sound(0, 31).map((event): ListeningEvent =>
    event.type === 'captured' ? { ...event, levels: [loud, 0] } : event,
  );
  expect(outcomes([...on, ...knocks]).phase).toBe('off');
});

test('voice that the service hears and answers with no word is silence', () => {
  expect(
    outcomes([...on, ...sound(0, 28), captured(29 * minute - 320), captured(29 * minute, loud)])
      .all,
  ).toEqual(['stops-soon']);
});

test('a partial that the service withdraws is silence', () => {
  const partial = turn('Hm', { isFinal: false });
  const none = message({
    ...{ type: 'Turn', turn_order: 0, end_of_turn: true, transcript: '', words: [] },
  });
  const { all, effects } = outcomes([...on, partial, ...sound(0, 20), none, ...sound(20, 29.5)]);
  const texts = effects.flatMap((effect) =>
    effect.type === 'segment' && effect.effect.type === 'turn' ? [effect.effect.turn.text] : [],
  );
  expect(texts).toEqual(['Hm', '']);
  expect(all).toEqual(['stops-soon']);
});

test('voice that the service cannot hear now is none', () => {
  const patient = { ...watched, options: { ...watched.options, maxAttempts: 1_000 } };
  const offline = [...on, disconnected(), ...sound(0, 40, loud)];
  // Each chunk is louder than the last, so that the noise of the room does not catch up with it.
  const louder = offline.map((event, index): ListeningEvent =>
    event.type === 'captured' ? { ...event, levels: [Math.min(1, 0.01 * 1.02 ** index)] } : event,
  );
  expect(outcomes(louder, patient)).toMatchObject({ all: [], phase: 'on' });
  expect(outcomes([...on, disconnected(), ...sound(0, 31)], patient).phase).toBe('off');
});

test('a dictation beside the captions keeps them on', () => {
  const dictation: ListeningEvent[] = [{ type: 'dictate', id: 1 }, ...sound(20, 45)];
  expect(outcomes([...on, ...sound(0, 20), ...dictation])).toMatchObject({ all: [], phase: 'on' });
});

describe('the warning ends', () => {
  test('when a person stops the captions', () => {
    const { all } = outcomes([...on, ...sound(0, 29.5), { type: 'stop' }, ...sound(29.5, 31)]);
    expect(all).toEqual(['stops-soon', 'goes-on']);
  });

  test('when the limit is raised or switched off', () => {
    const { listening } = run([...on, ...sound(0, 29.5)], watched);
    for (const quietMs of [2 * limitMs, null]) {
      const changed = { ...listening, options: { ...listening.options, quietMs } };
      expect(outcomes(sound(29.5, 31), changed)).toMatchObject({ all: ['goes-on'], phase: 'on' });
    }
  });
});

test('a limit that is lowered below the silence so far warns first', () => {
  const { listening } = run([...on, ...sound(0, 20)], watched);
  const lowered = { ...listening, options: { ...listening.options, quietMs: 5 * 60_000 } };
  expect(outcomes([captured(20 * minute + 320)], lowered).all).toEqual(['stops-soon']);
  expect(outcomes(sound(20, 22), lowered).all).toEqual(['stops-soon', 'stopped']);
});

test('a limit that is switched on after hours of silence counts from then', () => {
  const { listening } = run([...on, ...sound(0, 120)], quiet);
  const limited = { ...listening, options: { ...listening.options, quietMs: limitMs } };
  expect(outcomes(sound(120, 148), limited)).toMatchObject({ all: [], phase: 'on' });
  expect(outcomes(sound(120, 151), limited).all).toEqual(['stops-soon', 'stopped']);
});

test('captions that start again have the whole time', () => {
  const again: ListeningEvent[] = [{ type: 'start' }, captured(31 * minute + 320), begin(1)];
  const { all } = outcomes([...on, ...sound(0, 31), ...again, ...sound(32, 59)]);
  expect(all).toEqual(['stops-soon', 'stopped']);
});

test('captions that start again in their tail have the whole time from then on', () => {
  const again: ListeningEvent[] = [{ type: 'stop' }, { type: 'start' }, captured(21 * minute)];
  expect(outcomes([...on, ...sound(0, 20), ...again, ...sound(21, 49.5)]).all).toEqual([]);
});

test('without a limit they go on for ever', () => {
  expect(outcomes([...on, ...sound(0, 120)], quiet)).toMatchObject({ all: [], phase: 'on' });
});
