import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import '../panel.css';
import UsageSection from './UsageSection.svelte';

const usage = (today: number, month: number): Usage => ({
  today: { sessionSeconds: today, audioSeconds: today / 2 },
  month: { sessionSeconds: month, audioSeconds: month / 2 },
  monthDollars: (month / 3_600) * 0.45,
  last: null,
});
const section = page.getByRole('region', { name: 'Usage' });
const term = (name: string) => section.getByRole('term').filter({ hasText: name });

test('the time that is billed is shown, today and this month', async () => {
  new FakeMain({ 'usage:read': () => ok(usage(200, 4_000)) });
  await render(UsageSection);
  await expect.element(term('Today')).toBeVisible();
  await expect.element(section).toMatchTextContent(/Today\s*3 min 20 s/);
  await expect.element(section).toMatchTextContent(/This month\s*1 h 7 min.*about \$0\.50/);
});

test('the section reads it again when more was used', async () => {
  let seconds = 1;
  const main = new FakeMain({ 'usage:read': () => ok(usage(seconds, seconds)) });
  await render(UsageSection);
  await expect.element(section).toMatchTextContent(/Today\s*1 s/);
  seconds = 42;
  main.broadcast('usage:changed', null);
  await expect.element(section).toMatchTextContent(/Today\s*42 s/);
  expect(main.count('usage:read')).toBe(2);
});

test('a store that cannot be read says why, and never as nothing used', async () => {
  new FakeMain({ 'usage:read': () => failed(problem('store-full', {})) });
  await render(UsageSection);
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("The disk is full, so your words aren't saved. Free some space.");
  await expect.element(section).not.toMatchTextContent('Today');
});

const configuration = {
  model: 'universal-3-5-pro',
  mode: 'balanced',
  domain: 'medical-v1',
  voiceFocus: null,
  filterProfanity: false,
};
const last = { startedAtMs: 0, model: 'u3-rt-pro', host: 'streaming.eu.assemblyai.com' };
const privacy = page.getByRole('region', { name: 'Last session' });

test.each([
  [configuration, 'Universal-3.5 Pro, instead of Universal-3 Pro'],
  [{ ...configuration, model: 'u3-rt-pro' }, 'Universal-3 Pro'],
  [{ ...configuration, model: 'u5-new' }, 'u5-new, instead of Universal-3 Pro'],
  [null, 'Universal-3 Pro; AssemblyAI did not confirm it.'],
])('what ran the last session is shown, and where: %j', async (ran, sentence) => {
  const value = { ...usage(1, 1), last: { ...last, configuration: ran } };
  new FakeMain({ 'usage:read': () => ok(value) });
  await render(UsageSection);
  await expect.element(privacy.getByText(sentence, { exact: true })).toBeVisible();
  await expect.element(privacy.getByText(/with streaming\.eu\.assemblyai\.com$/)).toBeVisible();
  if (ran !== null)
    await expect.element(privacy.getByText('mode balanced, medical terms')).toBeVisible();
});
