import type { Turn } from '#shared/turn.ts';

/** Writes each final turn on standard output, one a line, and nothing else there. */
export const printer =
  (format: 'text' | 'json') =>
  (turn: Turn): void => {
    if (!turn.isFinal) return;
    const line = format === 'json' ? JSON.stringify({ turn: turn.id, text: turn.text }) : turn.text;
    process.stdout.write(`${line}\n`);
  };
