import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import type { DictionaryImport } from '#shared/dictionary.ts';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { FakeMain } from '../../lib/testing/fake-main.ts';
import '../panel.css';
import FileSection from './FileSection.svelte';

const section = page.getByRole('region', { name: 'Dictionary as a text file' });
const button = (name: string) => section.getByRole('button', { name });

async function importing(answer: DictionaryImport | null): Promise<void> {
  new FakeMain({ 'dictionary:import': () => ok(answer) });
  await render(FileSection);
  await button('Import…').click();
}

const outcome = section.getByRole('status');

test('an import says how much it added', async () => {
  await importing({ terms: 1, replacements: 2, known: 1, leftOut: [] });
  await expect
    .element(outcome)
    .toMatchTextContent('Added 1 term and 2 replacements. Already there: 1.');
});

test('an import names the lines that it left out, the first ones if there are many', async () => {
  const leftOut = Array.from({ length: 12 }, (_, index) => ({
    line: index + 3,
    problem: problem('words-missing', {}),
  }));
  await importing({ terms: 0, replacements: 0, known: 0, leftOut });
  await expect.element(outcome).toMatchTextContent('Nothing was added.');
  await expect.element(outcome).toMatchTextContent('Left out: 12 lines.');
  const lines = section.getByRole('listitem');
  expect(lines.elements()).toHaveLength(10);
  await expect
    .element(lines.first())
    .toHaveTextContent('Line 3: There are no words before the arrow.');
  await expect.element(outcome).toMatchTextContent('And 2 more lines.');
});

test('an import that the person cancels says nothing', async () => {
  await importing(null);
  await expect.element(outcome).toHaveTextContent('');
});

test('an export names the file, and what fails is said', async () => {
  const answers = [
    ok('/home/me/dictionary.txt'),
    failed(problem('cannot-export', { path: '/root/dictionary.txt' })),
  ];
  new FakeMain({ 'dictionary:export': () => answers.shift() ?? ok(null) });
  await render(FileSection);
  await button('Export…').click();
  await expect.element(outcome).toMatchTextContent('Saved as /home/me/dictionary.txt');
  await button('Export…').click();
  await expect.element(section.getByRole('alert')).toMatchTextContent("couldn't be written");
  await expect.element(outcome).toHaveTextContent('');
});
