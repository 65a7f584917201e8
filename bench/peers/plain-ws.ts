/**
 * The service's quickstart for plain `ws` and the `mic` package, which runs arecord, written from its
 * documentation. The bench sets the key, the address and the device, and sends a message instead of
 * Ctrl+C.
 */
import mic from 'mic';
import * as v from 'valibot';
import WebSocket from 'ws';
import { onStop, reportTurn } from './in-client.ts';

const { BENCH_URL = '', BENCH_KEY = '' } = process.env;
const sampleRate = 16_000;
const query = new URLSearchParams({
  sample_rate: String(sampleRate),
  speech_model: 'u3-rt-pro',
});
const turnSchema = v.object({
  type: v.literal('Turn'),
  turn_order: v.number(),
  transcript: v.string(),
});

const ws = new WebSocket(`${BENCH_URL}/v3/ws?${query.toString()}`, {
  headers: { Authorization: BENCH_KEY },
});
const microphone = mic({
  rate: String(sampleRate),
  channels: '1',
  device: 'default',
  debug: false,
  exitOnSilence: 6,
});
/** The quickstart keeps all sound, for the WAV file that it writes at its end. */
const recordedFrames: Buffer[] = [];
let stopRequested = false;

ws.on('open', () => {
  const sound = microphone.getAudioStream();
  sound.on('data', (data: Buffer) => {
    if (ws.readyState !== WebSocket.OPEN || stopRequested) return;
    recordedFrames.push(Buffer.from(data));
    ws.send(data);
  });
  microphone.start();
});
ws.on('message', (message: Buffer) => {
  const turn = v.safeParse(turnSchema, JSON.parse(message.toString()));
  if (turn.success) reportTurn(turn.output.turn_order, turn.output.transcript);
});
ws.on('error', cleanUp);
ws.on('close', cleanUp);
onStop(() => {
  cleanUp();
  setTimeout(() => process.exit(), 1_000);
});

function cleanUp(): void {
  stopRequested = true;
  microphone.stop();
  if (ws.readyState === WebSocket.OPEN) ws.send(JSON.stringify({ type: 'Terminate' }));
  if (ws.readyState === WebSocket.OPEN || ws.readyState === WebSocket.CONNECTING) ws.close();
}
