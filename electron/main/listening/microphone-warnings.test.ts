import { expect, test } from 'vitest';
import { failed } from '#shared/result.ts';
import { problem, type Problem } from '#shared/problem.ts';
import type { Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import { storeNothing } from '../storage/transcript/transcript-store.ts';
import { ListeningController } from './listening-controller.ts';
import { observing } from './observer.fixture.ts';

const noSound = problem('no-sound', { microphone: null });

/** A listening controller, its microphone, and the shown warning about the microphone. */
const open = () => {
  let emit: (event: MicrophoneEvent) => void = () => undefined;
  let shown: Problem | null = null;
  const microphone: Microphone = {
    open: (_startSample, listener) => (emit = listener),
    record: () => undefined,
    close: () => undefined,
  };
  const listeningController = new ListeningController(
    () => microphone,
    () => failed(problem('no-key', {})),
    () => ({ maxAttempts: 1, warmMs: 0 }),
    storeNothing,
    observing({
      problem: (problem, source) => {
        if (source === 'microphone') shown = problem;
      },
    }),
  );
  return {
    checkLevel: (isOn: boolean) => listeningController.dispatch({ type: 'check-level', isOn }),
    emit: (event: MicrophoneEvent) => emit(event),
    shown: () => shown,
  };
};

test('a warning about a microphone is not shown for the next one', () => {
  const { checkLevel, emit, shown } = open();
  checkLevel(true);
  emit({ type: 'warned', problem: noSound });
  expect(shown()).toBe(noSound);
  checkLevel(false);
  emit({ type: 'closed' });
  expect(shown()).toBeNull();
  checkLevel(true);
  expect(shown()).toBeNull();
});

test('a warning is not shown for a microphone that opens while the one before closes', () => {
  const { checkLevel, emit, shown } = open();
  checkLevel(true);
  emit({ type: 'warned', problem: noSound });
  checkLevel(false);
  checkLevel(true);
  emit({ type: 'closed' });
  expect(shown()).toBeNull();
});

test('a warning is not shown for a microphone that opens after a failure', () => {
  const { checkLevel, emit, shown } = open();
  checkLevel(true);
  emit({ type: 'warned', problem: noSound });
  emit({ type: 'failed', problem: noSound });
  checkLevel(false);
  checkLevel(true);
  expect(shown()).toBeNull();
});
