import type { WebSocket } from 'ws';

/** Why a session ends before its time, as the client is told. */
export interface Refusal {
  /** Of the Error and of the close. */
  code: number;
  error: string;
}

/** Sends an Error and closes with the same code. */
export function refuse(socket: WebSocket, { code, error }: Refusal): void {
  socket.send(JSON.stringify({ type: 'Error', error_code: code, error }));
  socket.close(code, 'See Error message for details');
}
