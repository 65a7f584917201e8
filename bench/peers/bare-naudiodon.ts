/**
 * The minimal cost of sending sound from naudiodon to `ws`: frames of 50 ms, sent as they come, in one
 * process. It writes no recording, detects no voice, and loses the sound of a broken connection.
 */
import naudiodon from 'naudiodon';
import * as v from 'valibot';
import WebSocket from 'ws';
import { onStop, reportTurn } from './in-client.ts';

const { BENCH_URL = '', BENCH_KEY = '' } = process.env;
const sampleRate = 16_000;
const framesPerBuffer = sampleRate / 20;
const query = new URLSearchParams({ sample_rate: String(sampleRate), speech_model: 'u3-rt-pro' });
const turnSchema = v.object({
  type: v.literal('Turn'),
  turn_order: v.number(),
  transcript: v.string(),
});

const ws = new WebSocket(`${BENCH_URL}/v3/ws?${query.toString()}`, {
  headers: { Authorization: BENCH_KEY },
});
const stream = naudiodon.AudioIO({
  inOptions: {
    deviceId: -1,
    channelCount: 1,
    sampleFormat: 16,
    sampleRate,
    framesPerBuffer,
    highwaterMark: 2 * framesPerBuffer,
    maxQueue: 60,
    closeOnError: false,
  },
});
stream.on('data', (frame: Buffer) => {
  if (ws.readyState === WebSocket.OPEN) ws.send(frame);
});
ws.on('open', () => stream.start());
ws.on('message', (message: Buffer) => {
  const turn = v.safeParse(turnSchema, JSON.parse(message.toString()));
  if (turn.success) reportTurn(turn.output.turn_order, turn.output.transcript);
});
ws.on('error', () => process.exit(1));
onStop(() => {
  ws.close();
  process.exit();
});
