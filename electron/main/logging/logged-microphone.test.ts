import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { Microphone, MicrophoneEvent } from '../audio/microphone.ts';
import { Log } from './log.ts';
import { LoggedMicrophone } from './logged-microphone.ts';

/** A device whose events a test sends. */
class Device implements Microphone {
  hear: (event: MicrophoneEvent) => void = () => undefined;
  open(_startSample: number, listener: (event: MicrophoneEvent) => void): void {
    this.hear = listener;
  }
  record(): void {
    return undefined;
  }
  close(): void {
    this.hear({ type: 'closed' });
  }
}

const opened = () => {
  const device = new Device();
  const log = new Log('/dev/null/nowhere');
  const heard: MicrophoneEvent[] = [];
  const microphone = new LoggedMicrophone(device, log);
  microphone.open(1_000, (event) => heard.push(event));
  const lines = (): string[] => log.recent.map((line) => line.split(' ').slice(3).join(' '));
  return { device, microphone, heard, lines };
};

const chunk = (startSample: number, capturedAtMs: number): MicrophoneEvent => ({
  type: 'chunk',
  chunk: { startSample, pcm: new Uint8Array(640), levels: [0], capturedAtMs },
});

test('the log has the first and the last sound, and every event is passed on', () => {
  const { device, microphone, heard, lines } = opened();
  device.hear(chunk(1_000, 20));
  device.hear(chunk(1_320, 40));
  microphone.close();
  expect(lines()).toEqual([
    expect.stringMatching(/^microphone-opened startSample=1000 afterMs=\d+$/),
    'microphone-closed endSample=1640',
  ]);
  expect(heard).toEqual([chunk(1_000, 20), chunk(1_320, 40), { type: 'closed' }]);
});

test('a gap is logged with its length', () => {
  const { device, lines } = opened();
  device.hear(chunk(1_000, 20));
  device.hear(chunk(1_320, 5_040));
  device.hear({
    type: 'warned',
    problem: problem('microphone-gap', { seconds: 5, cause: 'away' }),
  });
  device.hear({ type: 'warned', problem: null });
  expect(lines().slice(1)).toEqual(['microphone-gap gapMs=5000']);
});

test('a failure is logged by its code, not by its sentence', () => {
  const { device, lines } = opened();
  device.hear({ type: 'failed', problem: problem('microphone-broken', {}) });
  expect(lines()).toEqual(['microphone-failed code=microphone-broken number=0']);
});
