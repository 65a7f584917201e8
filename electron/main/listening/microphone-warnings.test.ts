import { expect, test } from 'vitest';
import { failed } from '#shared/result.ts';
import type { Problem } from '#shared/status.ts';
import type { Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import { keepNothing } from '../keeping/keeping.ts';
import { Listener } from './listener.ts';
import { observing } from './observer.fixture.ts';

const noSound = { code: 'no-sound', sentence: 'No sound is coming.' };

/** A listener, the microphone that it opens, and what is wrong with the microphone as it is shown. */
const open = () => {
  let tell: (event: MicrophoneEvent) => void = () => undefined;
  let shown: Problem | null = null;
  const microphone: Microphone = {
    open: (_startSample, listener) => (tell = listener),
    record: () => undefined,
    close: () => undefined,
  };
  const listener = new Listener(
    () => microphone,
    () => failed('no-key', 'There is no key.'),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    keepNothing,
    observing({
      problem: (problem, source) => {
        if (source === 'microphone') shown = problem;
      },
    }),
  );
  return {
    checkLevel: (isOn: boolean) => listener.dispatch({ type: 'check-level', isOn }),
    tell: (event: MicrophoneEvent) => tell(event),
    shown: () => shown,
  };
};

test('what was wrong with a microphone is not shown of the next one', () => {
  const { checkLevel, tell, shown } = open();
  checkLevel(true);
  tell({ type: 'warned', problem: noSound });
  expect(shown()).toBe(noSound);
  checkLevel(false);
  tell({ type: 'closed' });
  expect(shown()).toBeNull();
  checkLevel(true);
  expect(shown()).toBeNull();
});

test('nor of one that is opened while the one before still closes', () => {
  const { checkLevel, tell, shown } = open();
  checkLevel(true);
  tell({ type: 'warned', problem: noSound });
  checkLevel(false);
  checkLevel(true);
  tell({ type: 'closed' });
  expect(shown()).toBeNull();
});

test('nor of one that is opened after it failed', () => {
  const { checkLevel, tell, shown } = open();
  checkLevel(true);
  tell({ type: 'warned', problem: noSound });
  tell({ type: 'failed', problem: noSound });
  checkLevel(false);
  checkLevel(true);
  expect(shown()).toBeNull();
});
