import { describe, expect, test } from 'vitest';
import { areCaptionsWanted } from './captions.ts';
import { dictate, end, released, spoken } from './dictating.fixture.ts';
import type { ListeningEvent } from './listening.ts';
import { listening as captionsOn, run } from './run.fixture.ts';
import { needsSession } from './session-sharing.ts';

const start: ListeningEvent = { type: 'start' };
const stop: ListeningEvent = { type: 'stop' };
const needs = (before: ListeningEvent[], event: ListeningEvent): boolean =>
  needsSession(run(before).listening, event);

describe('a dictation', () => {
  test('shares the session of captions, also of those that start again in their tail', () => {
    for (const before of [captionsOn, [...captionsOn, stop, start]]) {
      expect(areCaptionsWanted(run(before).listening)).toBe(true);
      expect(needs(before, dictate())).toBe(false);
    }
  });

  test.each<[string, ListeningEvent[]]>([
    ['alone', []],
    ['in the tail of captions', [...captionsOn, stop]],
    ['in the tail of another dictation', [...spoken, end]],
    ['while the words of another dictation are pending', released],
  ])('%s needs a session', (_when, before) => {
    expect(areCaptionsWanted(run(before).listening)).toBe(false);
    expect(needs(before, dictate(2))).toBe(true);
  });

  test('while another one is spoken needs no session, because it does not begin', () => {
    expect(needs(spoken, dictate(2))).toBe(false);
  });
});

const starts: ListeningEvent[] = [start, { type: 'toggle' }, { type: 'go-on' }];

describe.each(starts)('captions that begin by “$type”', (event) => {
  test('need a session if they are off, also beside a dictation', () => {
    expect(needs([], event)).toBe(true);
    expect(needs(spoken, event)).toBe(true);
  });

  test('need no session while they are on or in their tail', () => {
    expect(needs(captionsOn, event)).toBe(false);
    expect(needs([...captionsOn, stop], event)).toBe(false);
  });
});

test('no other event needs a session', () => {
  expect(needs([], stop)).toBe(false);
  expect(needs([], { type: 'renew-session' })).toBe(false);
  expect(needs(spoken, end)).toBe(false);
});
