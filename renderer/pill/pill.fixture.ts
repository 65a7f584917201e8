import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { pillSize, type Pill, type PillWords } from '#shared/pill.ts';
import { problem, type Problem } from '#shared/problem.ts';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { ok } from '#shared/result.ts';
import type { Turn } from '#shared/turn.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './pill.css';
import PillPage from './Pill.svelte';

export const status = page.getByRole('status');
export const log = page.getByRole('log');
export const alert = page.getByRole('alert');
export const listening = { phase: 'listening', connected: true } as const;

export const inPill = (...turns: Turn[]): PillWords => ({ shownIn: 'pill', turns });
export const final = (id: number, text: string): Turn => ({ id, text, isFinal: true });
export const partial = (id: number, text: string): Turn => ({ id, text, isFinal: false });

type Of<P extends Pill['phase']> = Extract<Pill, { phase: P }>;

export const speaking = (changes: Partial<Of<'speaking'>> = {}): Pill => ({
  ...{
    phase: 'speaking',
    endsBy: 'release',
    escapeCancels: true,
    status: listening,
    words: inPill(),
    problem: null,
  },
  ...changes,
});
export const done = (changes: Partial<Of<'done'>> = {}): Pill => ({
  ...{ phase: 'done', outcome: 'inserted', note: null, offers: [], problem: null },
  ...changes,
});

const words = inPill(
  final(0, 'The captions float above every window while you speak,'),
  partial(1, 'and the words stay'),
);
const moved = problem('focus-moved', { app: 'LibreOffice Writer' });
const unreachable = problem('unreachable', {
  ...refusalFacts,
  host: 'streaming.assemblyai.com',
  reason: 'ENOTFOUND',
});
const refusedKey: Problem = problem('no-key', {});

export const refusedToRemove = done({
  ...{ outcome: 'cancelled', note: problem('not-scratched', {}), offers: ['undo'] },
});

/** Everything that the pill shows, from the key to the outcome. */
export const states: Record<string, Pill> = {
  starting: speaking({ status: { phase: 'starting' } }),
  connecting: speaking({ status: { phase: 'listening', connected: false } }),
  listening: speaking(),
  'listening to much': speaking({ words }),
  'listening with a latched key': speaking({ words, endsBy: 'press' }),
  'listening beside captions': speaking({ words: { shownIn: 'captions' } }),
  reconnecting: speaking({ words, status: { phase: 'reconnecting', heldSeconds: 12 } }),
  'reconnecting with a problem': speaking({
    ...{ words, status: { phase: 'reconnecting', heldSeconds: 12 }, problem: unreachable },
  }),
  finishing: { phase: 'finishing', escapeCancels: true, words, problem: null },
  'finishing without words': {
    phase: 'finishing',
    escapeCancels: true,
    words: inPill(),
    problem: null,
  },
  'finishing beside captions': {
    phase: 'finishing',
    escapeCancels: true,
    words: { shownIn: 'captions' },
    problem: null,
  },
  inserting: { phase: 'inserting', words, problem: null },
  inserted: done(),
  'on the clipboard': done({ outcome: 'on-clipboard' }),
  cancelled: done({ outcome: 'cancelled', offers: ['undo'] }),
  'refused to remove a text': refusedToRemove,
  held: done({ outcome: 'held', note: moved, offers: ['insert', 'copy'] }),
  'in a window of CaptionKey': done({
    ...{ outcome: 'on-clipboard', note: problem('own-window', {}), offers: ['insert'] },
  }),
  'of a long outcome': done({ outcome: 'on-clipboard', note: problem('secure-input', {}) }),
  failed: done({ outcome: 'failed', note: problem('not-transcribed', {}) }),
  'failed with a problem': done({
    ...{ outcome: 'failed', note: problem('not-transcribed', {}), problem: unreachable },
  }),
  refused: { phase: 'problem', problem: refusedKey },
};

/** The page in a window of the size that main gives it, attached to a main that shows this. */
export async function openPill(
  pill: Pill,
  answerers: ConstructorParameters<typeof FakeMain>[0] = {},
): Promise<{ main: FakeMain; show: (next: Pill) => void }> {
  const { width, height } = pillSize(pill);
  await page.viewport(width, height);
  const main = new FakeMain({ 'pill:attach': () => ok(pill), ...answerers });
  await render(PillPage);
  return { main, show: (next) => main.broadcast('pill:changed', next) };
}
