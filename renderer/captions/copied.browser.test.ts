import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { en } from '#shared/messages/en/index.ts';
import { showMessages } from '#shared/messages/index.ts';
import { languages } from '#shared/messages/languages.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { uiLanguages } from '#shared/ui-languages.ts';
import { preferencesWith } from '../lib/testing/preferences.ts';
import { isWhole } from '../lib/testing/look-of.ts';
import { alert, final, openCaptions, usualSize } from './captions.fixture.ts';

/* The text of captions that a person has stopped is on the clipboard. */
const copied = { wordCount: 143, canUndo: true, hasTranscript: true };
const stopped = {
  status: { phase: 'idle' },
  turns: [final(1, 'Call Anna about the release.')],
  copied,
} as const;

const status = page.getByRole('status');
const undo = page.getByRole('button', { name: 'Undo', exact: true });
const transcript = page.getByRole('button', { name: 'Open transcript' });

beforeEach(async () => {
  await page.viewport(...usualSize);
});
afterEach(() => showMessages(() => en));

test('the status says how many words were copied, until main ends it', async () => {
  const { patch } = await openCaptions({ ...stopped, copied: null, turns: [...stopped.turns] });
  await expect.element(status).toHaveTextContent('Captions are off');
  patch({ copied });
  await expect.element(status).toHaveTextContent('Copied 143 words');
  expect(status.element().getBoundingClientRect().width).toBeGreaterThan(50);
  patch({ copied: { ...copied, wordCount: 1 } });
  await expect.element(status).toHaveTextContent('Copied 1 word');
  patch({ copied: null });
  await expect.element(status).toHaveTextContent('Captions are off');
  await expect.element(undo).not.toBeInTheDocument();
});

test('its buttons are reached by the keyboard, in the order in which they are read', async () => {
  const { main } = await openCaptions({ ...stopped, turns: [...stopped.turns] });
  await expect.element(undo).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(undo).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => main.count('transcript:undo-copy')).toBe(1);
  await userEvent.keyboard('{Tab}');
  await expect.element(transcript).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => main.count('transcript:open')).toBe(1);
});

test('what cannot be done has no button', async () => {
  const { patch } = await openCaptions({ ...stopped, turns: [...stopped.turns] });
  await expect.element(undo).toBeVisible();
  patch({ copied: { ...copied, canUndo: false } });
  await expect.element(undo).not.toBeInTheDocument();
  await expect.element(transcript).toBeVisible();
  patch({ copied: { ...copied, hasTranscript: false } });
  await expect.element(undo).toBeVisible();
  await expect.element(transcript).not.toBeInTheDocument();
});

test('captions that let the mouse through say it without buttons', async () => {
  await openCaptions(
    { ...stopped, turns: [...stopped.turns] },
    { 'settings:read': () => ok(preferencesWith({ captionsClickThrough: true })) },
  );
  await expect.element(status).toHaveTextContent('Copied 143 words');
  await expect.element(undo).not.toBeInTheDocument();
});

test('a problem has the room, and the status still says it', async () => {
  await openCaptions({
    ...stopped,
    turns: [...stopped.turns],
    problem: problem('no-key', {}),
  });
  await expect.element(alert).toBeVisible();
  await expect.element(status).toHaveTextContent('Copied 143 words');
  await expect.element(undo).not.toBeInTheDocument();
});

test('what stands in the way of a button is shown', async () => {
  await openCaptions(
    { ...stopped, turns: [...stopped.turns] },
    { 'transcript:open': () => failed(problem('ipc-channel', {})) },
  );
  await transcript.click();
  await expect.element(alert).toBeVisible();
});

test.each(uiLanguages.flatMap((language) => [900, 480].map((width) => [language, width] as const)))(
  'in %s all of it fits into %d px',
  async (language, width) => {
    showMessages(() => languages[language]);
    await page.viewport(width, 124);
    await openCaptions({
      ...stopped,
      turns: [...stopped.turns],
      copied: { ...copied, wordCount: 12_345 },
    });
    await expect.poll(() => document.querySelectorAll('.said button').length).toBe(2);
    const bar = document.querySelector('.middle')?.getBoundingClientRect();
    for (const element of document.querySelectorAll('.said > *')) {
      expect([element.textContent, isWhole(element)]).toEqual([element.textContent, true]);
      const { right, height } = element.getBoundingClientRect();
      expect(right).toBeLessThanOrEqual((bar?.right ?? 0) + 1);
      expect(height).toBeLessThan(32);
    }
  },
);
