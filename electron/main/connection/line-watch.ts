import type { WebSocket } from 'ws';
import { tuning } from '#core/tuning.ts';

const maxUnanswered = tuning.stallTimeoutMs / tuning.pingIntervalMs;

/**
 * Calls back once when an open connection stalls: neither data nor an answer to a ping has come for the
 * time in `tuning`. Without this check, a dead network would be noticed after minutes, because a
 * service that receives only silence sends nothing.
 *
 * It counts pings and not time. So after a sleep of the machine, or a standstill of main, the other end
 * still gets the time to answer.
 */
export function watchLine(socket: WebSocket, onStalled: () => void): void {
  let unanswered = 0;
  const heard = (): void => {
    unanswered = 0;
  };
  socket.on('message', heard).on('ping', heard).on('pong', heard);
  socket.once('open', () => {
    const timer = setInterval(() => {
      if (socket.readyState !== socket.OPEN) return;
      if (unanswered >= maxUnanswered) {
        clearInterval(timer);
        onStalled();
        return;
      }
      unanswered += 1;
      socket.ping();
    }, tuning.pingIntervalMs);
    socket.once('close', () => clearInterval(timer));
  });
}
