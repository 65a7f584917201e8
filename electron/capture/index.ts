import * as v from 'valibot';
import { openParentPort } from '../parent-port.ts';
import { Capture } from './capture.ts';
import { captureCommandSchema, type CaptureReport } from './protocol.ts';

/**
 * The capture process. PortAudio's calls block for tens to hundreds of milliseconds and can crash, so
 * they do not run in main, which owns the windows. The process ends with main, so that the microphone
 * does not stay open. The WAV file is valid at any instant, so it needs no closing.
 */
const port = openParentPort();
const report = (message: CaptureReport): void => port.post(message);

const capture = await import('naudiodon').then(
  (audio) => new Capture(audio, report),
  (error: unknown) => {
    console.error(String(error));
    report({ type: 'failed', code: 'no-audio-library' });
    return null;
  },
);

port.onMessage((message) => capture?.handle(v.parse(captureCommandSchema, message)));
// `process.exit` would wait for a read that never ends if the device delivers nothing.
port.onDisconnect(() => process.kill(process.pid, 'SIGKILL'));
