/**
 * The service's quickstart for its SDK and `node-record-lpcm16`, which runs SoX, written from its
 * documentation. The bench sets the key and the address, and sends a message instead of Ctrl+C.
 */
import { Readable } from 'node:stream';
import { AssemblyAI } from 'assemblyai';
import recorder from 'node-record-lpcm16';
import { onStop, reportTurn } from './in-client.ts';

const { BENCH_URL = '', BENCH_KEY = '' } = process.env;
const client = new AssemblyAI({ apiKey: BENCH_KEY });
const transcriber = client.streaming.transcriber({
  websocketBaseUrl: `${BENCH_URL}/v3/ws`,
  sampleRate: 16_000,
  speechModel: 'u3-rt-pro',
});
transcriber.on('error', (error) => {
  console.error(error.message);
});
transcriber.on('turn', ({ turn_order: order, transcript }) => reportTurn(order, transcript));

await transcriber.connect();
const recording = recorder.record({ channels: 1, sampleRate: 16_000, audioType: 'wav' });
void Readable.toWeb(recording.stream()).pipeTo(transcriber.stream());

onStop(() => {
  recording.stop();
  void transcriber.close().finally(() => process.exit());
});
