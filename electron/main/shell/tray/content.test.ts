import { expect, test } from 'vitest';
import type { Status } from '#shared/status.ts';
import { trayContent, type TrayFacts } from './content.ts';

const idle: TrayFacts = {
  status: { phase: 'idle' },
  dictation: 'idle',
  areCaptionsOn: false,
  isPreRolling: false,
  hasText: false,
  usage: null,
};
const listening: Status = { phase: 'listening', connected: true };

/** The menu as a person reads it; what cannot be pressed is in brackets. */
const menu = (facts: Partial<TrayFacts>) =>
  trayContent({ ...idle, ...facts }).items.map((item) => {
    if (item.type === 'separator') return '—';
    return item.type === 'action' && item.isEnabled ? item.label : `[${item.label}]`;
  });

test('while nothing is on, it offers to begin', () => {
  expect(menu({})).toEqual([
    ...['[Not listening]', '—', 'Dictate', 'Start captions', '[Insert last dictation]', '—'],
    ...['Open CaptionKey', 'Quit'],
  ]);
});

test.each<[Partial<TrayFacts>, string, 'idle' | 'listening']>([
  [{ status: { phase: 'starting' }, dictation: 'speaking' }, 'Starting…', 'listening'],
  [{ status: listening, areCaptionsOn: true }, 'Captions are on', 'listening'],
  [{ status: listening, dictation: 'speaking' }, 'Dictating', 'listening'],
  [
    { status: listening, dictation: 'speaking', areCaptionsOn: true },
    'Dictating, captions are on',
    'listening',
  ],
  [{ status: { phase: 'reconnecting', heldSeconds: 9 } }, 'Reconnecting…', 'listening'],
  [{ status: { phase: 'finishing' } }, 'Finishing…', 'idle'],
  [{ isPreRolling: true }, 'The microphone is open for the pre-roll', 'idle'],
])('of %j it says “%s”, and shows by its icon whether it listens', (facts, words, icon) => {
  const content = trayContent({ ...idle, ...facts });
  expect(content).toMatchObject({ icon, toolTip: `CaptionKey: ${words}` });
  expect(content.items[0]).toEqual({ type: 'text', label: words });
});

test('what is on can be ended, and a text that was said be inserted again', () => {
  const items = menu({ status: listening, dictation: 'speaking', areCaptionsOn: true });
  expect(items).toEqual(expect.arrayContaining(['Stop dictating', 'Stop captions']));
  expect(menu({ hasText: true })).toContain('Insert last dictation');
});

test('what is billed is told for the day and the month', () => {
  const usage = {
    today: { sessionSeconds: 200, audioSeconds: 65 },
    month: { sessionSeconds: 4_000, audioSeconds: 3_000 },
    last: null,
  };
  expect(menu({ usage }).slice(6, 8)).toEqual([
    '[Today: 3 min 20 s, with 1 min 5 s of sound]',
    '[This month: 1 h 7 min, with 50 min 0 s of sound]',
  ]);
});
