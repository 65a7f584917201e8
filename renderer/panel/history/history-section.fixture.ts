import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { HistoryQuery, HistoryRow } from '#shared/history.ts';
import { ok } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import '../panel.css';
import HistorySection from './HistorySection.svelte';

type DictationRow = Extract<HistoryRow, { type: 'dictation' }>;
type CaptionsRow = Extract<HistoryRow, { type: 'captions' }>;

export const dictation = (
  id: number,
  text: string,
  changes: Partial<DictationRow> = {},
): DictationRow => ({
  type: 'dictation',
  id,
  startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(),
  app: 'Firefox',
  text,
  isPartial: false,
  durationMs: 12_000,
  state: 'inserted',
  hasSound: false,
  ...changes,
});

export const captions = (
  id: number,
  text: string,
  changes: Partial<CaptionsRow> = {},
): CaptionsRow => ({
  type: 'captions',
  id,
  startedAtMs: new Date(2026, 9, 3, 13, 30).getTime(),
  source: 'microphone',
  text,
  durationMs: 725_000,
  isRunning: false,
  ...changes,
});

export const section = page.getByRole('region', { name: 'History' });
export const search = section.getByRole('searchbox', { name: 'Search the history' });
export const item = (text: string) => section.getByRole('listitem').filter({ hasText: text });
export const button = (text: string, name: string) => item(text).getByRole('button', { name });

export const opener = (text: string) => button(text, 'Show the whole text');
/** Away from the buttons at the end of a line. */
export const atStart = { x: 4, y: 4 };

type Answerers = ConstructorParameters<typeof FakeMain>[0];

/** A main that has these dictations, newest first, and finds those whose text has what is typed. */
export async function open(
  kept: HistoryRow[],
  answerers: Answerers = {},
  openedId: number | null = null,
) {
  const read = ({ words, before, limit }: HistoryQuery) => {
    const found = kept.filter(
      ({ type, id, text }) => text.includes(words) && id < (before[type] ?? Infinity),
    );
    return ok({ rows: found.slice(0, limit), hasMore: found.length > limit });
  };
  const main = new FakeMain({ 'history:read': read, ...answerers });
  const place = { page: 'history', ...(openedId !== null && { captionsId: openedId }) } as const;
  await render(HistorySection, { place });
  return main;
}
