import type { Turn } from '#shared/turn.ts';

/**
 * Writes each final turn on standard output, one a line, and nothing else there.
 *
 * @param onUnread called when nobody reads any more, as behind `| head -1`
 */
export function printer(format: 'text' | 'json', onUnread: () => void): (turn: Turn) => void {
  process.stdout.on('error', onUnread);
  return ({ id, text, isFinal }) => {
    if (!isFinal || text === '') return;
    process.stdout.write(
      `${format === 'json' ? JSON.stringify({ turn: id, text }) : line(text)}\n`,
    );
  };
}

/** Text from outside must neither begin a line of its own nor steer the terminal. */
const line = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ');
