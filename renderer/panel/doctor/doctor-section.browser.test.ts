import { afterEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { Check, DoctorRun } from '#shared/doctor.ts';
import { messages, sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import { violations } from '../../lib/testing/look-of.ts';
import { goTo } from '../../lib/testing/pages.ts';
import { openPanel } from '../panel.fixture.ts';
import '../panel.css';
import DoctorSection from './DoctorSection.svelte';

const works = (id: Check['id'], name = '', ms: number | null = null): Check => ({
  ...{ id, state: 'works', name, ms, problem: null },
});
const noKey = problem('no-key', {});
const noReceipt = problem('no-receipt', {});
const checks: Check[] = [
  works('desktop', 'X11, KDE'),
  { ...works('key'), state: 'fails', problem: noKey },
  works('microphone', '2 found', 41.3),
  works('hotkeys', 'Control+Alt+Space'),
  works('hotkey-press', 'Control+Alt+Space', 12),
  works('paste', '', 9.7),
  { ...works('receipt'), state: 'not-tried', problem: noReceipt },
];
const done: DoctorRun = { phase: 'done', checks, problem: null };

const { section, titles } = messages.doctor;
const run = page.getByRole('button', { name: section.run });
const copy = page.getByRole('button', { name: section.copy });
const item = (title: string) => page.getByRole('listitem').filter({ hasText: title });
const status = page.getByRole('status');

async function open(current: DoctorRun = { phase: 'none' }) {
  const main = new FakeMain({
    'doctor:read': () => ok(current),
    'doctor:run': () => ok({ phase: 'running', checks: [], current: null }),
    'doctor:copy': () => ok(null),
  });
  const view = await render(DoctorSection);
  return { main, ...view };
}

afterEach(() => {
  document.documentElement.style.colorScheme = '';
});

test('a step is shown while it runs and when it has ended', async () => {
  const { main } = await open();
  await expect.element(copy).not.toBeInTheDocument();
  await run.click();
  await expect.element(status).toHaveTextContent(section.running);
  main.broadcast('doctor:changed', {
    ...{ phase: 'running', checks: checks.slice(0, 2), current: 'microphone' },
  });
  await expect.element(item(titles.key)).toMatchTextContent("Doesn't work");
  await expect.element(item(titles.key)).toMatchTextContent(sentenceOf(noKey));
  await expect.element(item(titles.microphone)).toMatchTextContent('Checking…');
  main.broadcast('doctor:changed', done);
  await expect.element(item(titles.microphone)).toMatchTextContent(/2 found.*Works.*41 ms/);
  await expect.element(item(titles.hotkeys)).toMatchTextContent(/Ctrl\s*\+\s*Alt\s*\+\s*Space/);
  await expect.element(item(titles.receipt)).toMatchTextContent('Not tried');
  await expect.element(status).toHaveTextContent(section.result(1, 1));
});

test('a second click during a run asks for nothing', async () => {
  const { main } = await open();
  await run.click();
  await expect.element(run).toHaveAttribute('aria-disabled', 'true');
  await run.click({ force: true });
  expect(main.count('doctor:run')).toBe(1);
});

test('the result is there when the page is opened again, and its report is copied', async () => {
  const { main } = await open(done);
  await copy.click();
  await expect.element(status).toHaveTextContent(messages.problems.copied({}));
  expect(main.count('doctor:copy')).toBe(1);
});

test('a run that is refused says why, and keeps the last result', async () => {
  const refusal = problem('check-after-dictation', {});
  new FakeMain({ 'doctor:read': () => ok(done), 'doctor:run': () => failed(refusal) });
  await render(DoctorSection);
  await expect.element(item(titles.key)).toBeVisible();
  await run.click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentenceOf(refusal));
  await expect.element(item(titles.key)).toBeVisible();
});

test('a doctor that failed says so', async () => {
  const internal = problem('internal', {});
  await open({ phase: 'done', checks: [], problem: internal });
  await expect.element(page.getByRole('alert')).toHaveTextContent(sentenceOf(internal));
  await expect.element(status).toHaveTextContent('');
});

test.each(['light', 'dark'])('axe finds nothing wrong with the results in %s', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  document.documentElement.lang = 'en';
  document.title = 'CaptionKey';
  await openPanel({}, { 'doctor:read': () => ok(done) });
  await goTo('hotkeys');
  await expect.element(item(titles.microphone)).toBeVisible();
  expect(await violations()).toEqual([]);
});
