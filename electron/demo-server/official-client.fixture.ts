/**
 * A session of the official SDK, in a separate process so that it trusts the test's certificate.
 * Prints the transcript of each final turn as a line of JSON.
 */
import { AssemblyAI } from 'assemblyai';
import { framesOf, recording } from '../../test/support/recording.ts';

const { STREAMING_URL: websocketBaseUrl = '', STREAMING_KEY: apiKey = '' } = process.env;
const transcriber = new AssemblyAI({ apiKey }).streaming.transcriber({
  websocketBaseUrl,
  sampleRate: 16_000,
  speechModel: 'u3-rt-pro',
  maxConnectionRetries: 0,
  connectTimeout: 10_000,
});
transcriber.on('turn', ({ end_of_turn, transcript }) => {
  if (end_of_turn) console.log(JSON.stringify(transcript));
});
await transcriber.connect();
for (const frame of framesOf(recording.pcm)) transcriber.sendAudio(new Uint8Array(frame).buffer);
await transcriber.close();
