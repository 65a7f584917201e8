import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CaptureReport } from '../../capture/protocol.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';
import type { MicrophoneEvent } from './microphone.ts';
import { mainTuning } from '../time/tuning.ts';

/* When a silent capture process means that the device is gone, on a clock that the tests control. */
let posted: unknown[];
let events: string[];
let report: (report: CaptureReport) => void;

const chunk: CaptureReport = {
  ...{ type: 'chunk', startSample: 0, pcm: new Uint8Array(1_600), levels: [0.1], capturedAtMs: 0 },
};

beforeEach(() => {
  vi.useFakeTimers();
  posted = [];
  events = [];
  const client = new CaptureClient(
    () => ({
      post: (message) => posted.push(message),
      onMessage: (callback) => (report = callback),
      onExit: () => undefined,
      kill: () => undefined,
    }),
    '/nowhere',
    new MicrophoneDevice(() => null),
  );
  client.open(0, (event) => events.push(named(event)));
});
afterEach(() => void vi.useRealTimers());

const named = (event: MicrophoneEvent): string =>
  event.type === 'failed' ? event.problem.code : event.type;

test('a late process is asked whether it runs, and goes on', () => {
  report(chunk);
  vi.advanceTimersByTime(mainTuning.microphoneStallMs);
  expect(posted.at(-1)).toEqual({ type: 'ping' });
  vi.advanceTimersByTime(mainTuning.captureAnswerTimeoutMs - 1);
  report(chunk);
  report({ type: 'pong' });
  vi.advanceTimersByTime(mainTuning.microphoneStallMs - 1);
  report(chunk);
  expect(events).toEqual(['chunk', 'chunk', 'chunk']);
});

test('a process that runs without sound has lost its microphone', () => {
  report(chunk);
  vi.advanceTimersByTime(mainTuning.microphoneStallMs);
  report({ type: 'pong' });
  vi.advanceTimersByTime(mainTuning.microphoneStallMs);
  expect(events).toEqual(['chunk', 'microphone-stalled']);
});

test('a process that does not answer is given up', () => {
  report(chunk);
  vi.advanceTimersByTime(mainTuning.microphoneStallMs + mainTuning.captureAnswerTimeoutMs);
  expect(events).toEqual(['chunk', 'microphone-stalled']);
});

test('a microphone that does not open is given up', () => {
  vi.advanceTimersByTime(mainTuning.microphoneOpenTimeoutMs);
  report({ type: 'pong' });
  vi.advanceTimersByTime(mainTuning.microphoneStallMs);
  expect(events).toEqual(['microphone-stalled']);
});
