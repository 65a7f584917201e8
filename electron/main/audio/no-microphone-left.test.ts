import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { hasMicrophone, type PresentMicrophone } from '#shared/microphone.ts';
import type { MicrophoneEvent } from './microphone.ts';
import { ResilientMicrophone } from './resilient-microphone.ts';
import { mainTuning } from '../time/tuning.ts';

/* A time without any microphone, on a clock that the tests control. */
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const present: PresentMicrophone = {
  ...{ id: 'usb', name: 'USB', hostApi: 'PulseAudio', oldName: 'USB', isDefault: true },
};
const chunk = (startSample: number): MicrophoneEvent => ({
  type: 'chunk',
  chunk: { startSample, pcm: new Uint8Array(1_600), levels: [0.1], capturedAtMs: startSample / 16 },
});

/** A microphone that was heard and has gone, with the events since then. */
function loseIt() {
  const opened: ((event: MicrophoneEvent) => void)[] = [];
  const inner = {
    open: (_startSample: number, onEvent: (event: MicrophoneEvent) => void) => {
      opened.push(onEvent);
    },
    record: () => undefined,
    close: vi.fn(),
    follow: () => undefined,
    hasAny: hasMicrophone,
    isMisplaced: () => false,
    isGone: (before: PresentMicrophone[], now: PresentMicrophone[]) =>
      before.length > 0 && now.length === 0,
  };
  const events: MicrophoneEvent[] = [];
  const microphone = new ResilientMicrophone(inner);
  microphone.open(0, (event) => events.push(event));
  opened[0]?.(chunk(0));
  microphone.follow([present]);
  microphone.follow([]);
  expect(inner.close).toHaveBeenCalledOnce();
  events.length = 0;
  return { microphone, opened, events };
}

const types = (events: MicrophoneEvent[]): string[] =>
  events.map((event) =>
    event.type === 'warned' || event.type === 'failed'
      ? `${event.type} ${event.problem?.code}`
      : event.type,
  );

test('the app waits for a microphone, and then gives up', () => {
  const { opened, events } = loseIt();
  opened[0]?.({ type: 'closed' });
  vi.advanceTimersByTime(mainTuning.noMicrophoneMs - 1);
  expect(types(events)).toEqual(['warned microphone-away']);
  vi.advanceTimersByTime(1);
  expect(types(events)).toEqual(['warned microphone-away', 'failed no-microphone']);
  expect(opened).toHaveLength(1);
});

test('a microphone that comes in time is opened, and is not given up later', () => {
  const { microphone, opened, events } = loseIt();
  opened[0]?.({ type: 'closed' });
  vi.advanceTimersByTime(mainTuning.noMicrophoneMs - 1);
  microphone.follow([present]);
  vi.advanceTimersByTime(0);
  expect(opened).toHaveLength(2);
  opened[1]?.(chunk(800));
  vi.advanceTimersByTime(mainTuning.noMicrophoneMs);
  expect(types(events).slice(0, 3)).toEqual([
    'warned microphone-away',
    'chunk',
    'warned microphone-gap',
  ]);
  expect(types(events)).not.toContain('failed no-microphone');
});

test('the app also waits after a device that fails while it closes', () => {
  const { opened, events } = loseIt();
  opened[0]?.({ type: 'failed', problem: problem('stalled', refusalFacts) });
  expect(types(events)).toEqual(['warned microphone-away']);
});

test('stopping the captions meanwhile closes the microphone once', () => {
  const { microphone, opened, events } = loseIt();
  microphone.close();
  opened[0]?.({ type: 'closed' });
  vi.advanceTimersByTime(2 * mainTuning.noMicrophoneMs);
  expect(types(events)).toEqual(['closed']);
});
