import { expect, test } from 'vitest';
import type { HistoryRow } from '#shared/history.ts';
import {
  appsWithoutProfile,
  changedProfile,
  hasProfile,
  termsIn,
  type ProfileChange,
} from './profiles.ts';

const full = { app: 'Slack', language: 'de', prompt: 'Chat.', pressEnter: true } as const;

test('a change of one choice keeps the others', () => {
  expect(changedProfile(full, { continues: false })).toEqual({ ...full, continues: false });
});

test('what is as for all apps is not kept in a profile', () => {
  const change: ProfileChange = { language: undefined, prompt: ' ', keyterms: [] };
  expect(changedProfile(full, { ...change, continues: true, pressEnter: false })).toEqual({
    app: 'Slack',
  });
});

test('terms are the lines of a text, each once', () => {
  expect(termsIn(' Röde\n\nCaptionKey \nRöde\n')).toEqual(['Röde', 'CaptionKey']);
});

test('a profile is known by the name of its app, in capitals or not', () => {
  expect(hasProfile([full], ' slack')).toBe(true);
  expect(hasProfile([full], 'Slack Beta')).toBe(false);
});

const row = (id: number, app: string | null): HistoryRow => ({
  ...{ type: 'dictation', id, app, startedAtMs: 0, text: '', durationMs: 1 },
  ...{ state: 'inserted', isPartial: false, hasSound: false },
});

test('the apps of the history are offered once, without those that have a profile', () => {
  const rows = [row(3, 'XTerm'), row(2, 'SLACK'), row(1, null), row(0, 'XTerm'), row(4, 'Writer')];
  expect(appsWithoutProfile(rows, [full])).toEqual(['XTerm', 'Writer']);
});
