import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import type { UnfinishedRecording } from '#shared/unfinished-recording.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { appStateWith } from '../../lib/testing/app-state.ts';
import UnfinishedSection from './UnfinishedSection.svelte';
import Panel from '../Panel.svelte';
import '../panel.css';

const unfinishedRecording = (id: number, seconds: number, text = ''): UnfinishedRecording => ({
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

async function open(left: UnfinishedRecording[], answerers: Answerers = {}) {
  const main = new FakeMain({ 'unfinished:read': () => ok(left), ...answerers });
  await render(UnfinishedSection);
  return main;
}

test('each is told by how long it is and from when, with the text there is', async () => {
  await open([
    unfinishedRecording(1, 12, 'Hold a key, and say what you mean.'),
    unfinishedRecording(2, 200),
  ]);
  await expect.element(line(12)).toMatchTextContent(/12 s from 3 October 2026, 14:02/);
  await expect.element(line(12).getByText('“Hold a key, and say what you mean.”')).toBeVisible();
  const second = section.getByRole('listitem').nth(1);
  await expect.element(second.getByText(/3 min 20 s from/)).toBeVisible();
  await expect.element(second).not.toMatchTextContent(/“/);
});

test('it stands above all else in the panel, and only where something is left', async () => {
  let left = [unfinishedRecording(1, 12)];
  const main = new FakeMain({
    'app-state:read': () => ok(appStateWith()),
    'unfinished:read': () => ok(left),
  });
  await render(Panel);
  await expect.element(page.getByRole('region').nth(1)).toMatchTextContent('Dictate and caption');
  await expect.element(page.getByRole('region').first()).toMatchTextContent('Not transcribed yet');
  left = [];
  main.broadcast('unfinished:changed', null);
  await expect.element(section).not.toBeInTheDocument();
  await expect.element(page.getByRole('region').first()).toMatchTextContent('Dictate and caption');
});

test('one that is kept or deleted makes place for those that remain; deleting asks once', async () => {
  const main = await open(
    [unfinishedRecording(1, 12), unfinishedRecording(2, 7), unfinishedRecording(3, 5)],
    {
      'unfinished:act': (id) =>
        ok(
          id === 2
            ? [unfinishedRecording(1, 12), unfinishedRecording(3, 5)]
            : [unfinishedRecording(3, 5)],
        ),
    },
  );
  await button(7, 'Keep the recording').click();
  await expect.element(line(7)).not.toBeInTheDocument();
  await button(12, 'Delete').click();
  expect(main.count('unfinished:act')).toBe(1);
  await button(12, 'Really delete?').click();
  await expect.element(line(12)).not.toBeInTheDocument();
  await expect.element(button(5, 'Delete')).toBeVisible();
  expect(main.requests.filter(([channel]) => channel === 'unfinished:act')).toEqual([
    ['unfinished:act', 2, 'keep'],
    ['unfinished:act', 1, 'delete'],
  ]);
});

test('doing something else takes the question back', async () => {
  const main = await open([unfinishedRecording(1, 12)], {
    'unfinished:act': () => ok([unfinishedRecording(1, 12)]),
  });
  await button(12, 'Delete').click();
  await expect.element(button(12, 'Really delete?')).toBeVisible();
  await button(12, 'Keep the recording').click();
  await expect.element(button(12, 'Delete')).toBeVisible();
  expect(main.requests).not.toContainEqual(['unfinished:act', 1, 'delete']);
});

test('a double click asks, as a single one does, and deletes nothing', async () => {
  const main = await open([unfinishedRecording(1, 12)], { 'unfinished:act': () => ok([]) });
  await page.viewport(560, 700);
  await button(12, 'Delete').dblClick();
  await expect.element(button(12, 'Really delete?')).toBeVisible();
  await button(12, 'Really delete?').tripleClick();
  await expect.element(line(12)).not.toBeInTheDocument();
  expect(main.count('unfinished:act')).toBe(1);
});

test('one that is being transcribed says so until that is over', async () => {
  let left = [unfinishedRecording(1, 12), unfinishedRecording(2, 7)];
  const main = await open(left, {
    'unfinished:read': () => ok(left),
    'unfinished:act': () => ok(left),
  });
  await button(12, 'Transcribe now').click();
  await expect.element(line(12).getByRole('status')).toHaveTextContent('Transcribing…');
  await expect.element(button(12, 'Delete')).not.toBeInTheDocument();
  await expect.element(button(7, 'Transcribe now')).toBeVisible();
  left = [unfinishedRecording(2, 7)];
  main.broadcast('unfinished:changed', null);
  await expect.element(line(12)).not.toBeInTheDocument();
});

test('what cannot be done is said, and can be tried again', async () => {
  await open([unfinishedRecording(1, 12)], {
    'unfinished:act': () => failed(problem('captions-on', {})),
  });
  await button(12, 'Transcribe now').click();
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent('Stop captions first, then try again.');
  await expect.element(button(12, 'Transcribe now')).toBeVisible();
});

test('what cannot be read is said', async () => {
  await open([], {
    'unfinished:read': () => failed(problem('cannot-read-recordings', { path: 'captionkey.db' })),
  });
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("captionkey.db can't be read. Check that you own it.");
});
