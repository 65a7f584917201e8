/** The listening part of CaptionKey's main process, without Electron and windows. Runs like a peer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainParameters } from '../../electron/core/assemblyai/parameters/from-settings.ts';
import { CaptureClient } from '../../electron/main/audio/capture-client.ts';
import { MicrophoneDevice } from '../../electron/main/audio/microphone-device.ts';
import { ResilientMicrophone } from '../../electron/main/audio/resilient-microphone.ts';
import { storeNothing } from '../../electron/main/storage/transcript/transcript-store.ts';
import { ListeningController } from '../../electron/main/listening/listening-controller.ts';
import { observing } from '../../electron/main/listening/observer.fixture.ts';
import { ok } from '../../shared/result.ts';
import { forkWith } from '../../test/support/fork.ts';
import { onStop, reportTurn } from './in-client.ts';
import { mainTuning } from '../../electron/main/time/tuning.ts';

const { BENCH_URL: baseUrl = '', BENCH_KEY: key = '' } = process.env;
const recordings = mkdtempSync(join(tmpdir(), 'captionkey-bench-'));
process.on('exit', () => rmSync(recordings, { recursive: true }));

const device = new CaptureClient(forkWith({}), recordings, new MicrophoneDevice(() => null));
const microphone = new ResilientMicrophone(device);
const listeningController = new ListeningController(
  () => microphone,
  () => ok({ baseUrl, key, parameters: plainParameters }),
  () => ({ maxAttempts: mainTuning.reconnectAttempts, warmMs: 0 }),
  storeNothing,
  observing({
    turn: ({ id, text }) => reportTurn(id, text),
    rested: () => process.exit(),
  }),
);
listeningController.command('start');
onStop(() => listeningController.command('stop'));
