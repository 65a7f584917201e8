/** A client that sends exactly what a test gives it, valid or not. */
import * as v from 'valibot';
import { WebSocket } from 'ws';

const messageSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({ type: v.string() }));
export type Message = v.InferOutput<typeof messageSchema>;

/** Audio, raw text, or a message to encode as JSON. */
export type Sent = Uint8Array | string | object;

export const terminate = { type: 'Terminate' };

/** Silence. */
export const frame = (durationMs: number): Uint8Array => new Uint8Array(durationMs * 32);

/** Sends everything at once and returns the answers until the server closes the connection. */
export async function talk(
  url: string,
  sent: Sent[],
  headers: Record<string, string>,
): Promise<{ messages: Message[]; code: number }> {
  const socket = new WebSocket(url, { headers });
  const messages: Message[] = [];
  socket.on('message', (data: Buffer) => messages.push(v.parse(messageSchema, data.toString())));
  socket.on('open', () => {
    for (const item of sent) {
      const isRaw = item instanceof Uint8Array || typeof item === 'string';
      socket.send(isRaw ? item : JSON.stringify(item));
    }
  });
  const code = await new Promise<number>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('close', resolve);
  });
  return { messages, code };
}

/** The HTTP status with which an upgrade is refused. */
export function statusOfUpgrade(url: string, headers: Record<string, string>): Promise<unknown> {
  const socket = new WebSocket(url, { headers });
  return new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
}
