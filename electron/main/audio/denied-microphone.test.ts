import { expect, test } from 'vitest';
import { samplesIn } from '#core/audio-format.ts';
import type { CaptureReport } from '../../capture/protocol.ts';
import { mainTuning } from '../time/tuning.ts';
import { CaptureClient } from './capture-client.ts';

/* macOS gives silence instead of the sound of a microphone that the person does not allow. */
function problemOfSilence(mayHear: boolean): unknown {
  const problems: unknown[] = [];
  let report: (report: CaptureReport) => void = () => undefined;
  const client = new CaptureClient(
    () => ({
      post: () => undefined,
      onMessage: (callback) => (report = callback),
      onExit: () => undefined,
      kill: () => undefined,
    }),
    '/nowhere',
    () => null,
    () => mayHear,
  );
  client.open(0, (event) => {
    if (event.type === 'warned') problems.push(event.problem?.code);
  });
  const pcm = new Uint8Array(samplesIn(mainTuning.exactSilenceMs) * 2);
  report({ type: 'chunk', startSample: 0, pcm, levels: [0], capturedAtMs: 0 });
  client.close();
  return problems;
}

test('silence has the sentence of the system that does not let CaptionKey hear', () => {
  expect(problemOfSilence(false)).toEqual(['microphone-denied']);
  expect(problemOfSilence(true)).toEqual(['no-sound']);
});
