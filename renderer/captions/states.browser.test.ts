import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { refusalFacts } from '#shared/problem.fixture.ts';
import { problem } from '#shared/problem.ts';
import { captionsHeightPx, lineHeightPx } from '#shared/captions-size.ts';
import type { Preferences } from '#shared/preferences.ts';
import type { Snapshot } from '#shared/ipc.ts';
import { ok } from '#shared/result.ts';
import { preferencesWith } from '../lib/testing/preferences.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './captions.css';
import { nothingKnown } from '../lib/captions/fold.ts';
import Captions from './Captions.svelte';
import { isWhole, violations } from '../lib/testing/look-of.ts';

const short = 'Call Anna about the release.';
const long =
  'The captions float above every window while you speak, and the words that are certain stay where they are, so that nobody has to look for them again while the next ones are still on their way.';
const listening = { phase: 'listening', connected: true } as const;

const copied = { wordCount: 12_345, canUndo: true, hasTranscript: true };

/** What the captions show, from the start to the last words. */
const states: Record<string, { words: string } & Partial<Snapshot>> = {
  starting: { words: '', status: { phase: 'starting' } },
  connecting: { words: short, status: { phase: 'listening', connected: false } },
  listening: { words: short, status: listening },
  'listening to much': { words: long, status: listening },
  finishing: { words: short, status: { phase: 'finishing' } },
  'finishing without words': { words: '', status: { phase: 'finishing' } },
  reconnecting: { words: long, status: { phase: 'reconnecting', heldSeconds: 12 } },
  'catching up': {
    words: long,
    status: { phase: 'listening', connected: true, catchUpSeconds: 12 },
  },
  copied: { words: short, status: { phase: 'idle' }, copied },
  'copied much': { words: long, status: { phase: 'idle' }, copied },
  'copied without words': { words: '', status: { phase: 'idle' }, copied },
  'reconnecting with a problem': {
    words: long,
    status: { phase: 'reconnecting', heldSeconds: 12 },
    problem: problem('unreachable', {
      ...refusalFacts,
      host: 'streaming.assemblyai.com',
      reason: 'ENOTFOUND',
    }),
  },
};

async function open(
  { words, ...snapshot }: (typeof states)[string],
  look: Partial<Preferences> = {},
): Promise<void> {
  const turns = words === '' ? [] : [{ id: 0, text: words, isFinal: true }];
  new FakeMain({
    'settings:read': () => ok(preferencesWith(look)),
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
  expect(await violations()).toEqual([]);
});

const sizes = [
  { width: 900, captionsTextSize: 28, captionsLines: 2 },
  { width: 480, captionsTextSize: 28, captionsLines: 2 },
  { width: 900, captionsTextSize: 18, captionsLines: 1 },
];

test.each(sizes.flatMap((size) => named.map(({ name, state }) => ({ ...size, name, state }))))(
  'of $name nothing but older words is cut off at $width px, with $captionsLines lines',
  async ({ width, state, captionsTextSize, captionsLines }) => {
    const look = { captionsTextSize, captionsLines };
    await page.viewport(width, captionsHeightPx(look));
    await open(state, look);
    const sentences = [...document.querySelectorAll('[role=status], [role=alert] span, button')];
    for (const element of sentences)
      if (getComputedStyle(element).position !== 'absolute' && element.closest('.actions') === null)
        expect([element.textContent, isWhole(element)]).toEqual([element.textContent, true]);
    const log = page.getByRole('log').element().getBoundingClientRect();
    const newest = page
      .getByRole('log')
      .element()
      .querySelector('p:last-child')
      ?.getBoundingClientRect();
    if (newest !== undefined)
      expect(log.height).toBeGreaterThanOrEqual(Math.min(28, lineHeightPx(look.captionsTextSize)));
    if (newest !== undefined) expect(newest.bottom).toBeLessThanOrEqual(log.bottom + 1);
  },
);
