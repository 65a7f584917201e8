import { expect, test } from 'vitest';
import { samplesIn } from '#core/audio-format.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import type { CaptureReport } from '../../capture/protocol.ts';
import { mainTuning } from '../time/tuning.ts';
import { CaptureClient } from './capture-client.ts';
import { MicrophoneDevice } from './microphone-device.ts';

const cannotRecord = { type: 'failed', code: 'cannot-record', reason: '' } as const;

/** What is shown after these reports and silence, each problem with its code. */
function shownAfterSilence(mayHear: boolean, ...reports: CaptureReport[]) {
  let shown: string[] = [];
  let sentence = '';
  let report: (report: CaptureReport) => void = () => undefined;
  const client = new CaptureClient(
    () => ({
      post: () => undefined,
      onMessage: (callback) => (report = callback),
      onExit: () => undefined,
      kill: () => undefined,
    }),
    '/nowhere',
    new MicrophoneDevice(
      () => null,
      () => mayHear,
    ),
  );
  client.open(0, (event) => {
    if (event.type !== 'warned' || event.problem === null) return;
    const { code, also = [] } = event.problem;
    shown = [code, ...also.map((other) => other.code)];
    sentence = sentenceOf(event.problem);
  });
  for (const one of reports) report(one);
  const pcm = new Uint8Array(samplesIn(mainTuning.exactSilenceMs) * 2);
  report({ type: 'chunk', startSample: 0, pcm, levels: [0], capturedAtMs: 0 });
  client.close();
  return { shown, sentence };
}

/* macOS gives silence instead of the sound of a microphone that the person does not allow. */
test('silence has the sentence of the system that does not let CaptionKey hear', () => {
  expect(shownAfterSilence(false).shown).toEqual(['microphone-denied']);
  expect(shownAfterSilence(true).shown).toEqual(['no-sound']);
});

test('silence does not hide that nothing is recorded', () => {
  const { shown, sentence } = shownAfterSilence(true, cannotRecord);
  expect(shown).toEqual(['cannot-record', 'no-sound']);
  expect(sentence).toMatch(/^The recording can't be saved; captions go on/);
});
