import axe from 'axe-core';
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Snapshot } from '#shared/ipc.ts';
import { ok } from '#shared/result.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './captions.css';
import { nothingKnown } from '../lib/captions/fold.ts';
import Captions from './Captions.svelte';

const done = (
  outcome: Extract<DictationStatus, { phase: 'done' }>['outcome'],
  sentence: string | null = null,
  canUndo = false,
): DictationStatus => ({ phase: 'done', outcome, sentence, canUndo });

const short = 'Call Anna about the release.';
const long =
  'The captions float above every window while you speak, and the words that are certain stay where they are, so that nobody has to look for them again while the next ones are still on their way.';
const speaking: DictationStatus = { phase: 'speaking', isLatched: false };
const moved =
  'The focus moved to another window, so nothing was typed. Press Ctrl+Alt+V where the text should go, or copy it from the history.';
const failed =
  'What you said could not be made text. Its recording is kept: transcribe it again from the history.';
const listening = { phase: 'listening', connected: true } as const;
const idle = { phase: 'idle' } as const;

/** What the captions show of a dictation, from the key to what became of it. */
const states: Record<string, { words: string } & Partial<Snapshot>> = {
  starting: { words: '', status: { phase: 'starting' }, dictation: speaking },
  connecting: { words: short, status: { phase: 'listening', connected: false } },
  listening: { words: short, status: listening, dictation: speaking },
  'listening to much': { words: long, status: listening, dictation: speaking },
  finishing: { words: short, status: { phase: 'finishing' }, dictation: { phase: 'finishing' } },
  'finishing without words': { words: '', status: { phase: 'finishing' } },
  inserted: { words: short, status: idle, dictation: done('delivered') },
  held: { words: short, status: idle, dictation: done('held', moved) },
  'held, of much': { words: long, status: idle, dictation: done('held', moved) },
  cancelled: {
    words: long,
    status: { phase: 'finishing' },
    dictation: done('cancelled', 'Cancelled. The text is in the history.', true),
  },
  'cancelled without words': {
    words: '',
    status: { phase: 'finishing' },
    dictation: done('cancelled', 'Cancelled. The text is in the history.', true),
  },
  'on the clipboard': {
    words: short,
    status: idle,
    dictation: done('on-clipboard', 'The text is on the clipboard.'),
  },
  'in a window of CaptionKey': {
    words: long,
    status: idle,
    dictation: {
      phase: 'done',
      outcome: 'on-clipboard',
      sentence: 'CaptionKey had the focus, so the text is on the clipboard.',
      canUndo: false,
      canInsert: true,
    },
  },
  failed: { words: '', status: idle, dictation: done('failed', failed) },
  reconnecting: { words: long, status: { phase: 'reconnecting', heldSeconds: 12 } },
  'reconnecting with a problem': {
    words: long,
    status: { phase: 'reconnecting', heldSeconds: 12 },
    problem: {
      code: 'unreachable',
      sentence:
        'The service cannot be reached. What you say is kept and sent when the network is back; check the connection.',
    },
  },
};

async function open({ words, ...snapshot }: (typeof states)[string]): Promise<void> {
  const turns = words === '' ? [] : [{ id: 0, text: words, isFinal: true }];
  new FakeMain({
    'captions:attach': () =>
      ok({
        ...nothingKnown,
        turns,
        ...snapshot,
      }),
  });
  await render(Captions);
  await expect.element(page.getByRole('status')).not.toHaveTextContent('Captions are off');
  if (words !== '') await expect.element(page.getByRole('log')).toMatchTextContent(words);
}

beforeEach(async () => {
  document.documentElement.lang = 'en';
  document.title = 'CaptionKey captions';
  // The pointer is where another test has left it, and buttons that fade in half way are no state.
  const still = document.createElement('style');
  still.textContent = '* { transition: none !important; }';
  document.head.append(still);
  await page.viewport(900, 124);
});

const named = Object.entries(states).map(([name, state]) => ({ name, state }));

test.each(
  ['light', 'dark'].flatMap((scheme) => named.map(({ name, state }) => ({ scheme, name, state }))),
)('axe finds nothing wrong with $name in $scheme', async ({ scheme, state }) => {
  document.documentElement.style.colorScheme = scheme;
  await open(state);
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

/** Whether all of an element's text is within it and within the window. */
function isWhole(element: Element): boolean {
  const { top, bottom, left, right } = element.getBoundingClientRect();
  return (
    element.scrollHeight <= element.clientHeight + 1 &&
    top >= 0 &&
    left >= 0 &&
    bottom <= innerHeight &&
    right <= innerWidth
  );
}

test.each([900, 480].flatMap((width) => named.map(({ name, state }) => ({ width, name, state }))))(
  'of $name nothing but older words is cut off at $width px',
  async ({ width, state }) => {
    await page.viewport(width, 124);
    await open(state);
    const told = [...document.querySelectorAll('[role=status], [role=alert] span, button')];
    for (const element of told)
      if (getComputedStyle(element).position !== 'absolute' && element.closest('.actions') === null)
        expect([element.textContent, isWhole(element)]).toEqual([element.textContent, true]);
    const log = page.getByRole('log').element().getBoundingClientRect();
    const newest = page.getByRole('log').element().lastElementChild?.getBoundingClientRect();
    if (newest !== undefined) expect(log.height).toBeGreaterThanOrEqual(28);
    if (newest !== undefined) expect(newest.bottom).toBeLessThanOrEqual(log.bottom + 1);
  },
);
