import type { WebSocket } from 'ws';

/** The reason that the client receives when the server ends a session. */
export interface Refusal {
  /** The code of the Error and of the close frame. */
  code: number;
  error: string;
}

/** A refusal about the key or the account. The service begins these texts alike, also with 3009. */
export const unauthorized = (code: number, reason: string): Refusal => ({
  code,
  error: `Unauthorized Connection: ${reason}`,
});

/** RFC 6455, 5.5: a close frame holds 123 bytes after its code. */
const longestReasonBytes = 123;

/** Sends an Error and closes with the same code, and with the same text if it fits there. */
export function refuse(socket: WebSocket, { code, error }: Refusal): void {
  socket.send(JSON.stringify({ type: 'Error', error_code: code, error }));
  const fits = Buffer.byteLength(error) <= longestReasonBytes;
  socket.close(code, fits ? error : 'See Error message for details');
}
