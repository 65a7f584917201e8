/** What listens in CaptionKey's main process, without Electron and windows; run as the peers are. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainParameters } from '../../electron/core/streaming/parameters/from-settings.ts';
import { tuning } from '../../electron/core/tuning.ts';
import { CaptureClient } from '../../electron/main/audio/capture-client.ts';
import { ResilientMicrophone } from '../../electron/main/audio/resilient-microphone.ts';
import { keepNothing } from '../../electron/main/keeping/keeping.ts';
import { Listener } from '../../electron/main/listening/listener.ts';
import { observing } from '../../electron/main/listening/observer.fixture.ts';
import { ok } from '../../shared/result.ts';
import { forkWith } from '../../test/support/fork.ts';
import { onStop, tellTurn } from './in-client.ts';

const { BENCH_URL: baseUrl = '', BENCH_KEY: key = '' } = process.env;
const recordings = mkdtempSync(join(tmpdir(), 'captionkey-bench-'));
process.on('exit', () => rmSync(recordings, { recursive: true }));

const device = new CaptureClient(forkWith({}), recordings, () => null);
const microphone = new ResilientMicrophone(device);
const listener = new Listener(
  () => microphone,
  () => ok({ baseUrl, key, parameters: plainParameters }),
  () => ({ maxAttempts: tuning.reconnectAttempts, warmMs: 0 }),
  keepNothing,
  observing({
    turn: ({ id, text }) => tellTurn(id, text),
    rested: () => process.exit(),
  }),
);
listener.command('start');
onStop(() => listener.command('stop'));
