import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { sentenceOf } from '#shared/messages/index.ts';
import { problem } from '#shared/problem.ts';
import { failed } from '#shared/result.ts';
import {
  alert,
  done,
  final,
  inPill,
  listening,
  log,
  openPill,
  partial,
  speaking,
  status,
} from './pill.fixture.ts';

const main = page.getByRole('main');
const insertHere = page.getByRole('button', { name: 'Insert here' });

test.each([
  { status: { phase: 'starting' }, said: 'Starting…' },
  { status: { phase: 'listening', connected: false }, said: 'Connecting…' },
  { status: listening, said: 'Listening…' },
] as const)('without words yet it says “$said”, and not as speech', async ({ said, ...state }) => {
  await openPill(speaking(state));
  await expect.element(status).toHaveTextContent(said);
  await expect.element(log).toHaveTextContent('');
});

test('it says which keys insert and cancel', async () => {
  const { show } = await openPill(speaking());
  await expect.element(main).toMatchTextContent('Release to insert · Esc cancels');
  show(speaking({ endsBy: 'press' }));
  await expect.element(main).toMatchTextContent('Press again to insert · Esc cancels');
  show(speaking({ escapeCancels: false }));
  await expect.element(main).toMatchTextContent('Release to insert');
  await expect.element(main).not.toMatchTextContent('Esc');
  show({ phase: 'inserting', words: inPill(), problem: null });
  await expect.element(main).toMatchTextContent('Inserting…');
  await expect.element(main).not.toMatchTextContent('Esc');
});

test('a partial is replaced in place while the finals keep their elements', async () => {
  const { show } = await openPill(
    speaking({ words: inPill(final(1, 'Hold a key.'), partial(2, 'Then')) }),
  );
  await expect.element(log).toHaveTextContent('Hold a key. Then');
  const before = log.getByText('Hold a key.').element();
  show(speaking({ words: inPill(final(1, 'Hold a key.'), final(2, 'Then speak.')) }));
  await expect.element(log).toHaveTextContent('Hold a key. Then speak.');
  expect(log.getByText('Hold a key.').element()).toBe(before);
});

test('of much speech the newest words are seen, in one line', async () => {
  await openPill(
    speaking({
      words: inPill(final(1, 'one two three '.repeat(30)), partial(2, 'and the newest')),
    }),
  );
  await expect.element(log).toMatchTextContent('and the newest');
  const newest = log.getByText('and the newest').element().getBoundingClientRect();
  expect(newest.height).toBeLessThan(24);
  expect(newest.left).toBeGreaterThanOrEqual(0);
  expect(newest.right).toBeLessThanOrEqual(innerWidth);
});

test('beside captions it says where the words go, and repeats none', async () => {
  const { show } = await openPill(speaking({ words: { shownIn: 'captions' } }));
  await expect.element(main).toMatchTextContent('Your words go to the cursor');
  show(
    speaking({
      ...{ words: { shownIn: 'captions' }, status: { phase: 'reconnecting', heldSeconds: 3 } },
    }),
  );
  await expect.element(status).toHaveTextContent('Reconnecting… 3 s saved');
  await expect.element(main).not.toMatchTextContent('cursor');
});

test('the dot moves with the voice, and only while it is heard', async () => {
  const { main: app, show } = await openPill(speaking());
  await expect.element(status).toHaveTextContent('Listening…');
  const level = () => {
    const dot = document.querySelector('main .dot .dot');
    return dot && Number(getComputedStyle(dot).getPropertyValue('--level'));
  };
  app.broadcast('level', 0.75);
  await expect.poll(level).toBe(0.75);
  show({ phase: 'finishing', escapeCancels: true, words: inPill(), problem: null });
  await expect.poll(level).toBe(0);
});

test('an alert stands beside the words, which stay', async () => {
  const words = inPill(final(1, 'Hold a key.'));
  const { show } = await openPill(speaking({ words, problem: problem('store-full', {}) }));
  await expect.element(alert).toHaveTextContent(sentenceOf(problem('store-full', {})));
  await expect.element(log).toHaveTextContent('Hold a key.');
  show(speaking({ words }));
  await expect.element(alert).not.toBeInTheDocument();
});

test('the outcome is shown until it is over', async () => {
  const { show } = await openPill(speaking());
  show(done());
  await expect.element(status).toMatchTextContent('Inserted');
  const note = problem('keyboard-taken', {});
  show(done({ outcome: 'held', note }));
  await expect.element(status).toHaveTextContent(sentenceOf(note));
  show({ phase: 'hidden' });
  await expect.element(status).not.toBeInTheDocument();
});

test('a dictation that was cancelled can be inserted after all', async () => {
  const { main: app } = await openPill(done({ outcome: 'cancelled', offers: ['undo'] }));
  await page.getByRole('button', { name: 'Insert anyway' }).click();
  expect(app.count('dictation:undo')).toBe(1);
});

test('a text that was held can be inserted where the person is now, or copied', async () => {
  const note = problem('focus-moved', { app: 'XTerm' });
  const { main: app } = await openPill(done({ outcome: 'held', note, offers: ['insert', 'copy'] }));
  await insertHere.click();
  expect(app.count('dictation:insert')).toBe(1);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
  expect(app.count('dictation:copy')).toBe(1);
});

test('a button that does not work says why', async () => {
  const refusal = problem('nothing-said', {});
  await openPill(done({ outcome: 'held', offers: ['insert'] }), {
    'dictation:insert': () => failed(refusal),
  });
  await insertHere.click();
  await expect.element(alert).toHaveTextContent(sentenceOf(refusal));
});

test('what comes before the answer to the first request is newer than that', async () => {
  const answer = Promise.withResolvers<ReturnType<typeof failed>>();
  const { show } = await openPill({ phase: 'hidden' }, { 'pill:attach': () => answer.promise });
  show(done());
  answer.resolve(failed(problem('internal', {})));
  await expect.element(status).toMatchTextContent('Inserted');
});
