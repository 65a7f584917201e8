import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Leftover } from '#shared/leftover.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import { setupWith } from '../lib/testing/setup.ts';
import LeftoversSection from './LeftoversSection.svelte';
import Panel from './Panel.svelte';
import './panel.css';

const leftover = (id: number, seconds: number, text = ''): Leftover => ({
  id,
  startedAtMs: new Date(2026, 9, 3, 14, 2).getTime(),
  seconds,
  text,
});
const section = page.getByRole('region', { name: 'Not transcribed yet' });
const line = (seconds: number) =>
  section.getByRole('listitem').filter({ hasText: `${seconds} s from` });
const button = (seconds: number, name: string) => line(seconds).getByRole('button', { name });

type Answerers = ConstructorParameters<typeof FakeMain>[0];

async function open(left: Leftover[], answerers: Answerers = {}) {
  const main = new FakeMain({ 'leftovers:read': () => ok(left), ...answerers });
  await render(LeftoversSection);
  return main;
}

test('each is told by how long it is and from when, with the text there is', async () => {
  await open([leftover(1, 12, 'Hold a key, and say what you mean.'), leftover(2, 200)]);
  await expect
    .element(line(12))
    .toMatchTextContent(/12 s from 3 October 2026, 14:02 have no text yet/);
  await expect.element(line(12).getByText('“Hold a key, and say what you mean.”')).toBeVisible();
  const second = section.getByRole('listitem').nth(1);
  await expect.element(second.getByText(/3 min 20 s from/)).toBeVisible();
  await expect.element(second).not.toMatchTextContent(/“/);
});

test('it stands above all else in the panel, and only where something is left', async () => {
  let left = [leftover(1, 12)];
  const main = new FakeMain({
    'setup:read': () => ok(setupWith()),
    'leftovers:read': () => ok(left),
  });
  await render(Panel);
  await expect.element(page.getByRole('region').nth(1)).toMatchTextContent('API key');
  await expect.element(page.getByRole('region').first()).toMatchTextContent('Not transcribed yet');
  left = [];
  main.broadcast('leftovers:changed', null);
  await expect.element(section).not.toBeInTheDocument();
  await expect.element(page.getByRole('region').first()).toMatchTextContent('API key');
});

test('one that is kept or deleted makes place for those that remain; deleting asks once', async () => {
  const main = await open([leftover(1, 12), leftover(2, 7), leftover(3, 5)], {
    'leftovers:act': (id) => ok(id === 2 ? [leftover(1, 12), leftover(3, 5)] : [leftover(3, 5)]),
  });
  await button(7, 'Keep the recording').click();
  await expect.element(line(7)).not.toBeInTheDocument();
  await button(12, 'Delete').click();
  expect(main.count('leftovers:act')).toBe(1);
  await button(12, 'Really delete?').click();
  await expect.element(line(12)).not.toBeInTheDocument();
  await expect.element(button(5, 'Delete')).toBeVisible();
  expect(main.requests.filter(([channel]) => channel === 'leftovers:act')).toEqual([
    ['leftovers:act', 2, 'keep'],
    ['leftovers:act', 1, 'delete'],
  ]);
});

test('doing something else takes the question back', async () => {
  const main = await open([leftover(1, 12)], { 'leftovers:act': () => ok([leftover(1, 12)]) });
  await button(12, 'Delete').click();
  await expect.element(button(12, 'Really delete?')).toBeVisible();
  await button(12, 'Keep the recording').click();
  await expect.element(button(12, 'Delete')).toBeVisible();
  expect(main.requests).not.toContainEqual(['leftovers:act', 1, 'delete']);
});

test('a double click asks, as a single one does, and deletes nothing', async () => {
  const main = await open([leftover(1, 12)], { 'leftovers:act': () => ok([]) });
  await page.viewport(560, 700);
  await button(12, 'Delete').dblClick();
  await expect.element(button(12, 'Really delete?')).toBeVisible();
  await button(12, 'Really delete?').tripleClick();
  await expect.element(line(12)).not.toBeInTheDocument();
  expect(main.count('leftovers:act')).toBe(1);
});

test('one that is being transcribed says so until that is over', async () => {
  let left = [leftover(1, 12), leftover(2, 7)];
  const main = await open(left, {
    'leftovers:read': () => ok(left),
    'leftovers:act': () => ok(left),
  });
  await button(12, 'Transcribe now').click();
  await expect.element(line(12).getByRole('status')).toHaveTextContent('Transcribing…');
  await expect.element(button(12, 'Delete')).not.toBeInTheDocument();
  await expect.element(button(7, 'Transcribe now')).toBeVisible();
  left = [leftover(2, 7)];
  main.broadcast('leftovers:changed', null);
  await expect.element(line(12)).not.toBeInTheDocument();
});

test('what cannot be done is said, and can be tried again', async () => {
  await open([leftover(1, 12)], {
    'leftovers:act': () => failed('busy', 'Stop captions first, then try again.'),
  });
  await button(12, 'Transcribe now').click();
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent('Stop captions first, then try again.');
  await expect.element(button(12, 'Transcribe now')).toBeVisible();
});

test('what cannot be read is said', async () => {
  await open([], { 'leftovers:read': () => failed('cannot-read-recordings', 'It is locked.') });
  await expect.element(section.getByRole('alert')).toHaveTextContent('It is locked.');
});
