import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import type { HistoryRow } from '#shared/history.ts';
import { failed, ok } from '#shared/result.ts';
import {
  atStart,
  button,
  captions,
  dictation,
  item,
  open,
  opener,
  search,
  section,
} from './history-section.fixture.ts';

test('only what can be done with one is offered', async () => {
  await open([
    dictation(3, 'With sound.', { hasSound: true }),
    dictation(2, '', { app: 'Silent', state: 'silent', hasSound: true }),
    dictation(1, '', { app: 'Running', state: 'running', hasSound: true }),
    captions(2, 'Captioned.'),
    captions(1, 'Captioning.', { isRunning: true }),
  ]);
  const names = async (text: string) => {
    await expect.element(item(text)).toBeVisible();
    return item(text)
      .getByRole('button')
      .elements()
      .map((each) => each.textContent.trim());
  };
  expect(await names('With sound.')).toEqual(['', 'Copy', 'Insert', 'Delete']);
  await opener('With sound.').click({ position: atStart });
  const deeds = ['Copy', 'Insert', 'Transcribe again', 'Export…', 'Delete'];
  expect(await names('With sound.')).toEqual(['', ...deeds]);
  expect(await names('Silent')).toEqual(['', 'Transcribe again', 'Delete']);
  expect(await names('Running')).toEqual(['']);
  expect(await names('Captioned.')).toEqual(['', 'Copy', 'Delete']);
  expect(await names('Captioning.')).toEqual(['', 'Copy']);
});

test('a button says what it did, or why it could not', async () => {
  const main = await open([dictation(1, 'Text.', { hasSound: true })], {
    'history:act': ({ action }) =>
      action === 'transcribe' ? failed(problem('captions-on', {})) : ok(problem('inserted', {})),
  });
  await button('Text.', 'Insert').click();
  await expect.element(item('Text.').getByRole('status')).toHaveTextContent('Inserted.');
  await opener('Text.').click({ position: atStart });
  await button('Text.', 'Transcribe again').click();
  await expect
    .element(item('Text.').getByRole('alert'))
    .toHaveTextContent('Stop captions first, then try again.');
  await button('Text.', 'Copy').click();
  await expect.element(item('Text.').getByRole('alert')).not.toBeInTheDocument();
  expect(main.requests.filter(([channel]) => channel === 'history:act')).toEqual([
    ['history:act', { type: 'dictation', id: 1, action: 'insert' }],
    ['history:act', { type: 'dictation', id: 1, action: 'transcribe' }],
    ['history:act', { type: 'dictation', id: 1, action: 'copy' }],
  ]);
});

test('deleting asks once, by the keyboard too, and leaves the focus in the history', async () => {
  let kept = [dictation(2, 'Goes.'), dictation(1, 'Stays.')];
  const main = await open([], {
    'history:read': () => ok({ rows: kept, hasMore: false }),
    'history:act': () => {
      kept = kept.slice(1);
      return ok(null);
    },
  });
  button('Goes.', 'Delete').element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button('Goes.', 'Really delete?')).toHaveFocus();
  await userEvent.tab();
  await expect.element(button('Goes.', 'Delete')).toBeVisible();
  expect(main.count('history:act')).toBe(0);
  await userEvent.tab({ shift: true });
  await userEvent.keyboard('{Enter}{Enter}');
  await expect.element(search).toHaveFocus();
  main.broadcast('history:changed', null);
  await expect.element(item('Goes.')).not.toBeInTheDocument();
  await expect.element(item('Stays.')).toBeVisible();
});

test('everything is deleted after one question', async () => {
  const kept: HistoryRow[] = [dictation(1, 'Goes.'), captions(1, 'Goes, too.')];
  const main = await open(kept, {
    'history:clear': () => {
      kept.length = 0;
      return ok(null);
    },
  });
  await section.getByRole('button', { name: 'Delete all…' }).click();
  expect(main.count('history:clear')).toBe(0);
  await section.getByRole('button', { name: 'Delete everything here?' }).click();
  main.broadcast('history:changed', null);
  await expect.element(section).toMatchTextContent(/Nothing yet\./);
});

test('one, all or what is found is exported in the format that is chosen', async () => {
  const main = await open([dictation(2, 'Fox.'), dictation(1, 'Dog.')], {
    'history:export': (_, format) => ok(format === 'md' ? null : `/home/me/a.${format}`),
  });
  await section.getByRole('button', { name: 'Export all…' }).click();
  await expect.element(section.getByText('Saved as /home/me/a.txt')).toBeVisible();
  await section.getByLabelText('Export as').selectOptions('vtt');
  await opener('Dog.').click({ position: atStart });
  await button('Dog.', 'Export…').click();
  await expect
    .element(item('Dog.').getByRole('status'))
    .toHaveTextContent('Saved as /home/me/a.vtt');
  await search.fill('Fox');
  await section.getByRole('button', { name: 'Export results…' }).click();
  expect(main.requests.filter(([channel]) => channel === 'history:export')).toEqual([
    ['history:export', { words: '' }, 'txt'],
    ['history:export', { type: 'dictation', id: 1 }, 'vtt'],
    ['history:export', { words: 'Fox' }, 'vtt'],
  ]);
});

test('an export that fails, and a history that cannot be read, are said', async () => {
  await open([dictation(1, 'Text.')], {
    'history:export': () => failed(problem('cannot-export', { path: 'captionkey.db' })),
  });
  await section.getByRole('button', { name: 'Export all…' }).click();
  await expect
    .element(section.getByRole('alert'))
    .toHaveTextContent("captionkey.db couldn't be written. Choose another folder.");
});
