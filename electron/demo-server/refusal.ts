import type { WebSocket } from 'ws';

/** Why a session ends before its time, as the client is told. */
export interface Refusal {
  /** Of the Error and of the close. */
  code: number;
  error: string;
}

/** What concerns the key or the account begins so, also with 3009. */
export const unauthorized = (code: number, reason: string): Refusal => ({
  code,
  error: `Unauthorized Connection: ${reason}`,
});

/** RFC 6455, 5.5: a close frame holds 123 bytes beside its code. */
const longestReasonBytes = 123;

/** Sends an Error and closes with the same code, and with the same text if it fits there. */
export function refuse(socket: WebSocket, { code, error }: Refusal): void {
  socket.send(JSON.stringify({ type: 'Error', error_code: code, error }));
  const fits = Buffer.byteLength(error) <= longestReasonBytes;
  socket.close(code, fits ? error : 'See Error message for details');
}
