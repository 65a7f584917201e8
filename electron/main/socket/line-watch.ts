import type { WebSocket } from 'ws';
import { tuning } from '#core/tuning.ts';

const maxUnanswered = tuning.stallTimeoutMs / tuning.pingIntervalMs;

/**
 * Calls back once when an open connection stands still: neither data nor an answer to a ping
 * came for as long as `tuning` says. A dead network is otherwise noticed after minutes, and a
 * service that hears only silence says nothing by itself.
 *
 * It counts pings and not time, so that nothing is cut after a sleep, or after main itself stood
 * still, before the other end had a chance to answer.
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
