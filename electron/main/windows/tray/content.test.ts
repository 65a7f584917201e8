import { expect, test } from 'vitest';
import { problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';
import { idleTray } from './content.fixture.ts';
import { menuLabel, trayContent, type TrayFacts } from './content.ts';

const listening: Status = { phase: 'listening', connected: true };

/** The menu as text: what cannot be pressed in brackets, submenus with their chosen option. */
const menu = (facts: Partial<TrayFacts>) =>
  trayContent({ ...idleTray, ...facts }).items.map((item) => {
    switch (item.type) {
      case 'separator':
        return '—';
      case 'text':
        return `[${item.label}]`;
      case 'switch':
        return `${item.option.isChosen ? '☑' : '☐'} ${item.option.label}`;
      case 'menu':
        return `${item.label} ▸ ${item.options.find(({ isChosen }) => isChosen)?.label ?? ''}`;
      case 'action': {
        const keys = item.accelerator === null ? '' : ` (${item.accelerator})`;
        return item.isEnabled ? item.label + keys : `[${item.label}${keys}]`;
      }
    }
  });

test('the menu offers to begin while nothing is on, with the hotkeys beside the items', () => {
  expect(menu({})).toEqual([
    ...['[Not listening]', '—', 'Dictate (Control+Alt+Space)', 'Start captions (Control+Alt+C)'],
    ...[
      'Click through captions',
      '—',
      'Microphone ▸ System default (Desk)',
      'Language ▸ Automatic',
      '—',
    ],
    ...['[Copy last dictation]', '[Insert last dictation (Control+Alt+V)]', 'History', '—'],
    ...['Settings', '☐ Start at login', '[CaptionKey 1.2.3]', 'Quit'],
  ]);
});

test('microphone and language are chosen in submenus', () => {
  const [lap] = idleTray.appState.microphones.slice(1);
  const appState = { ...idleTray.appState, chosenMicrophone: lap ?? null };
  const preferences = { ...idleTray.preferences, languageCodes: ['es'] };
  expect(menu({ appState, preferences })).toEqual(
    expect.arrayContaining(['Microphone ▸ Lap', 'Language ▸ Prefer Spanish']),
  );
  const menus = trayContent({ ...idleTray, appState, preferences }).items.flatMap((item) =>
    item.type === 'menu' ? [item.options.map(({ choice }) => choice)] : [],
  );
  expect(menus[0]?.[0]).toEqual({ type: 'microphone', microphone: null });
  expect(menus[1]).toContainEqual({ type: 'language', language: 'de' });
});

test('what captions listen to is chosen where the computer offers its sound', () => {
  const [desk] = idleTray.appState.microphones;
  const appState = { ...idleTray.appState, computerSound: desk ?? null };
  const preferences = { ...idleTray.preferences, captionsSource: 'both' as const };
  const listenTo = 'Captions listen to ▸ Both (costs twice as much)';
  expect(menu({ appState, preferences })).toContain(listenTo);
  expect(menu({ preferences })).toContain(listenTo);
  const labels = menu({}).join();
  expect(labels).not.toContain('Captions listen to');
});

test('a hotkey that does not work, or that no menu can show, is not beside its item', () => {
  const [dictate, captions] = idleTray.appState.hotkeys;
  if (!dictate || !captions) throw new Error('The fixture has hotkeys.');
  const hotkeys = [
    { ...dictate, accelerator: 'RightControl' },
    { ...captions, problem: problem('shortcut-taken', { shortcut: 'Ctrl+Alt+C' }) },
  ];
  expect(menu({ appState: { ...idleTray.appState, hotkeys } }).slice(2, 4)).toEqual([
    'Dictate',
    'Start captions',
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
  [
    { appState: { ...idleTray.appState, isPreRolling: true } },
    'The microphone is open for the pre-roll',
    'idle',
  ],
])('%j is shown as “%s”, and the icon shows whether it listens', (facts, words, icon) => {
  const content = trayContent({ ...idleTray, ...facts });
  expect(content).toMatchObject({ icon, toolTip: `CaptionKey: ${words}` });
  expect(content.items[0]).toEqual({ type: 'text', label: words });
});

test('what is on can be ended, and the last text can be inserted again', () => {
  const items = menu({ status: listening, dictation: 'speaking', areCaptionsOn: true });
  expect(items.slice(2, 4)).toEqual([
    'Stop dictating (Control+Alt+Space)',
    'Stop captions (Control+Alt+C)',
  ]);
  expect(menu({ hasText: true })).toEqual(
    expect.arrayContaining(['Copy last dictation', 'Insert last dictation (Control+Alt+V)']),
  );
});

test('captions that let the mouse through can be made clickable', () => {
  expect(menu({ isClickThrough: true })[4]).toBe('Make captions clickable');
});

test('an ampersand in the name of a microphone is shown as one', () => {
  expect(menuLabel('Bang & Olufsen')).toBe('Bang && Olufsen');
});

test('the billed time of the day and the month is shown', () => {
  const usage = {
    today: { sessionSeconds: 200, audioSeconds: 65 },
    month: { sessionSeconds: 4_000, audioSeconds: 3_000 },
    monthDollars: 0,
    last: null,
  };
  expect(menu({ usage }).slice(1, 3)).toEqual([
    '[Today: 3 min 20 s, with 1 min 5 s of sound]',
    '[This month: 1 h 7 min, with 50 min 0 s of sound]',
  ]);
});
