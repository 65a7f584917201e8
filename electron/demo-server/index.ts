import * as v from 'valibot';
import { openParentPort } from '../parent-port.ts';
import { loadRecording } from './recording.ts';
import { startDemoServer } from './server.ts';

const startSchema = v.object({
  type: v.literal('start'),
  key: v.pipe(v.string(), v.minLength(1)),
  recordingFolder: v.string(),
});

const port = openParentPort();
port.onMessage((message) => {
  void start(message).then((answer) => port.post(answer));
});
// Without its parent, nothing else would stop the server.
port.onDisconnect(() => process.exit());

async function start(
  message: unknown,
): Promise<{ type: 'listening'; url: string } | { type: 'failed'; message: string }> {
  const request = v.safeParse(startSchema, message);
  if (!request.success) {
    return { type: 'failed', message: 'The demo server was started with an unknown message.' };
  }
  const { key, recordingFolder } = request.output;
  try {
    const recording = await loadRecording(recordingFolder);
    const { url } = await startDemoServer({ key, recording });
    return { type: 'listening', url };
  } catch (error) {
    return { type: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}
