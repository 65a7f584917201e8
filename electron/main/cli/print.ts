import type { Turn } from '#shared/turn.ts';

/**
 * Writes each final turn to standard output, one per line, and nothing else.
 *
 * @param onUnread called when the reader has closed, as with `| head -1`
 */
export function printer(format: 'text' | 'json', onUnread: () => void): (turn: Turn) => void {
  process.stdout.on('error', onUnread);
  return ({ id, text, isFinal, source }) => {
    if (!isFinal || text === '') return;
    process.stdout.write(
      `${format === 'json' ? JSON.stringify({ turn: id, ...(source && { source }), text }) : line(text)}\n`,
    );
  };
}

/** Text from outside must neither begin another line nor control the terminal. */
const line = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ');
