import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { failed, ok } from '#shared/result.ts';
import type { Usage } from '#shared/usage.ts';
import { FakeMain } from '../lib/testing/fake-main.ts';
import './panel.css';
import UsageSection from './UsageSection.svelte';

const usage = (today: number, month: number): Usage => ({
  today: { sessionSeconds: today, audioSeconds: today / 2 },
  month: { sessionSeconds: month, audioSeconds: month / 2 },
});
const section = page.getByRole('region', { name: 'Usage' });
const term = (name: string) => section.getByRole('term').filter({ hasText: name });

test('the time that is billed is shown, today and this month', async () => {
  new FakeMain({ 'usage:read': () => ok(usage(200, 4_000)) });
  await render(UsageSection);
  await expect.element(term('Today')).toBeVisible();
  await expect.element(section).toMatchTextContent(/Today\s*3 min 20 s/);
  await expect.element(section).toMatchTextContent(/This month\s*1 h 7 min/);
});

test('it is read anew when more was used', async () => {
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
  new FakeMain({ 'usage:read': () => failed('store-full', 'The disk is full.') });
  await render(UsageSection);
  await expect.element(section.getByRole('alert')).toHaveTextContent('The disk is full.');
  await expect.element(section).not.toMatchTextContent('Today');
});
