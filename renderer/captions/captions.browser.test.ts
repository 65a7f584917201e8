import { beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { problem } from '#shared/problem.ts';
import { failed, ok } from '#shared/result.ts';
import { appStateWith } from '../lib/testing/app-state.ts';
import { preferencesWith } from '../lib/testing/preferences.ts';
import { contrast } from '../lib/look/contrast.ts';
import {
  alert,
  bar,
  final,
  listening,
  log,
  openCaptions,
  partial,
  usualSize,
  words,
} from './captions.fixture.ts';

beforeEach(async () => {
  await page.viewport(...usualSize);
});

/** Resolves after the next frame, in which sizes are observed. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test('a partial is replaced in place while the finals keep their elements', async () => {
  const { patch } = await openCaptions({ turns: [final(1, 'Good morning.'), partial(2, 'How')] });
  await expect.element(log).toHaveTextContent('Good morning. How');
  const before = words('Good morning.');

  patch({ turns: [partial(2, 'How are you')] });
  await expect.element(log).toHaveTextContent('Good morning. How are you');
  patch({ turns: [final(2, 'How are you?'), partial(3, 'I')] });
  await expect.element(log).toHaveTextContent('Good morning. How are you? I');
  expect(words('Good morning.')).toBe(before);
});

test('the lines glide when another is added below them, and not otherwise', async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const started = vi.spyOn(Element.prototype, 'animate');
  const { patch } = await openCaptions({ turns: [final(1, 'Good morning.')] });
  await expect.element(log).toHaveTextContent('Good morning.');
  patch({ turns: [partial(2, 'How are you')] });
  await expect.element(log).toHaveTextContent('Good morning. How are you');
  await painted();
  expect(started).not.toHaveBeenCalled();
  patch({ turns: [{ ...final(3, 'Another thought.'), followsPause: true }] });
  await expect.poll(() => started.mock.calls.length).toBe(1);
  expect(started.mock.calls[0]?.[0]).toEqual([
    { transform: 'translateY(36px)' },
    { transform: 'none' },
  ]);
});

test('the lines glide also when the oldest goes while another comes', async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const line = (id: number) => ({ ...final(id, 'x'.repeat(20)), followsPause: true });
  const { patch } = await openCaptions({
    turns: Array.from({ length: 23 }, (_, index) => line(index + 1)),
  });
  await expect.poll(() => log.element().querySelectorAll('p').length).toBe(23);
  await painted();
  const started = vi.spyOn(Element.prototype, 'animate');
  patch({ turns: [line(24)] });
  await expect.poll(() => started.mock.calls.length).toBe(1);
  await painted();
  patch({ turns: [line(25)] });
  await expect.poll(() => started.mock.calls.length).toBe(2);
  expect(log.element().querySelectorAll('p')).toHaveLength(24);
});

test('where a person wants no motion, the lines stand where they belong at once', async () => {
  const { matches } = matchMedia('(prefers-reduced-motion: reduce)');
  expect(matches).toBe(false);
  onTestFinished(() => void vi.restoreAllMocks());
  vi.spyOn(window, 'matchMedia').mockReturnValue(matchMedia('all'));
  const started = vi.spyOn(Element.prototype, 'animate');
  const { patch } = await openCaptions({ turns: [final(1, 'Good morning.')] });
  await expect.element(log).toHaveTextContent('Good morning.');
  patch({ turns: [{ ...final(2, 'Another thought.'), followsPause: true }] });
  await expect.element(log).toMatchTextContent('Another thought.');
  await painted();
  expect(started).not.toHaveBeenCalled();
});

test('a final is bright, a partial dimmer, and both can be read', async () => {
  await openCaptions({ turns: [final(1, 'Done.'), partial(2, 'not yet')] });
  await expect.element(log).toHaveTextContent('Done. not yet');
  const background = getComputedStyle(bar.element()).backgroundColor;
  const color = (text: string) => getComputedStyle(words(text)).color;
  expect(color('Done.')).toBe('rgb(255, 255, 255)');
  expect(contrast(color('Done.'), background)).toBeGreaterThan(12);
  expect(contrast(color('not yet'), background)).toBeGreaterThan(7);
  expect(contrast(color('not yet'), background)).toBeLessThan(contrast(color('Done.'), background));
});

test('of much text the newest two lines are seen, whole', async () => {
  await openCaptions({
    turns: [final(1, 'one two three '.repeat(30)), partial(2, 'and the newest')],
  });
  await expect.element(log).toMatchTextContent('and the newest');
  const seen = log.element().getBoundingClientRect();
  const newest = words('and the newest').getBoundingClientRect();
  expect(seen.height).toBe(72);
  expect(newest.top).toBeGreaterThanOrEqual(seen.top);
  expect(newest.bottom).toBeLessThanOrEqual(seen.bottom + 1);
});

test.each([
  { status: { phase: 'starting' }, said: 'Starting…' },
  { status: { phase: 'listening', connected: false }, said: 'Connecting…' },
  { status: listening, said: 'Listening…' },
  { status: { phase: 'finishing' }, said: 'Finishing…' },
] as const)('without words yet it says “$said”, and not as speech', async ({ status, said }) => {
  await openCaptions({ status });
  await expect.element(page.getByRole('status')).toHaveTextContent(said);
  await expect.element(log).toHaveTextContent('');
});

test('the dot stands still in a while, however long the line is down', async () => {
  await openCaptions({ status: { phase: 'reconnecting', heldSeconds: 12 } });
  await expect.element(page.getByRole('status')).toMatchTextContent('Reconnecting');
  const breaths = document.querySelector('.dot')?.getAnimations() ?? [];
  expect(breaths).toHaveLength(1);
  expect(breaths[0]?.effect?.getComputedTiming().endTime).toBeLessThan(20_000);
});

test('a problem is announced and the last words stay', async () => {
  const { patch } = await openCaptions({ turns: [final(1, 'The last words.')] });
  await expect.element(log).toHaveTextContent('The last words.');
  await expect.element(alert).not.toBeInTheDocument();

  patch({ problem: problem('store-full', {}) });
  await expect
    .element(alert)
    .toHaveTextContent("The disk is full, so your words aren't saved. Free some space.");
  const seen = log.element().getBoundingClientRect();
  expect(words('The last words.').getBoundingClientRect().top).toBeGreaterThanOrEqual(seen.top);
  expect(seen.bottom).toBeLessThanOrEqual(alert.element().getBoundingClientRect().top);

  patch({ problem: null });
  await expect.element(alert).not.toBeInTheDocument();
});

test('the buttons ask main', async () => {
  const { main } = await openCaptions({ turns: [final(1, 'Words.')] });
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(main.requests).toEqual([
    ['level:watch', 4],
    ['settings:read'],
    ['app-state:read'],
    ['captions:attach', 'words'],
    ['transcript:copy'],
    ['panel:open'],
    ['listening:do', 'stop'],
  ]);
});

test('tones are heard where they are wanted, and only there', async () => {
  onTestFinished(() => void vi.restoreAllMocks());
  const start = vi.spyOn(OscillatorNode.prototype, 'start');
  // On a busy machine, sound starts too late to tell of the change: time stands still for it.
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  const { main, patch } = await openCaptions({ status: { phase: 'starting' } });
  patch({ status: listening });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(start).not.toHaveBeenCalled();
  main.broadcast('settings:changed', preferencesWith({ sounds: true }));
  patch({ status: { phase: 'finishing' } });
  patch({ problem: problem('transcribing', {}) });
  await expect.poll(() => start.mock.calls.length).toBe(1);
  clock.mockReturnValue(300);
  patch({ status: listening });
  await expect.poll(() => start.mock.calls.length).toBe(2);
});

test('copying that fails says why and does not say “Copied”', async () => {
  await openCaptions({}, { 'transcript:copy': () => failed(problem('nothing-said', {})) });
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(alert).toHaveTextContent('Nothing was said, so there is nothing to insert.');
  await expect.element(page.getByRole('button', { name: 'Copied' })).not.toBeInTheDocument();
});

test('nothing can be stopped while nothing is on', async () => {
  await openCaptions({ status: { phase: 'idle' } });
  await expect.element(page.getByRole('button', { name: 'Copy' })).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Stop' })).not.toBeInTheDocument();
});

test('the dot moves with the voice, and only while it is heard', async () => {
  const { main, patch } = await openCaptions({});
  await expect.element(page.getByRole('status')).toHaveTextContent('Listening…');
  const dot = bar.element().querySelector('.dot');
  const level = () => dot && Number(getComputedStyle(dot).getPropertyValue('--level'));

  main.broadcast('level', 0.75);
  await expect.poll(level).toBe(0.75);
  patch({ status: { phase: 'finishing' } });
  await expect.poll(level).toBe(0);
});

test('while it reconnects, how much is kept stands beside the words', async () => {
  await openCaptions({
    status: { phase: 'reconnecting', heldSeconds: 12 },
    turns: [{ id: 0, text: 'Hold a key.', isFinal: true }],
  });
  const status = page.getByRole('status');
  await expect.element(status).toHaveTextContent('Reconnecting… 12 s saved');
  expect(status.element().getBoundingClientRect().height).toBeGreaterThan(16);
});

test('while a gap is caught up with, how much is left stands beside the words', async () => {
  await openCaptions({
    status: { phase: 'listening', connected: true, catchUpSeconds: 12 },
    turns: [{ id: 0, text: 'Hold a key.', isFinal: true }],
  });
  const status = page.getByRole('status');
  await expect.element(status).toHaveTextContent('Catching up, 12 s left');
  expect(status.element().getBoundingClientRect().height).toBeGreaterThan(16);
});

test('words before a refused start are hidden, and captions show all again', async () => {
  const { patch } = await openCaptions({ status: { phase: 'idle' }, turns: [final(1, 'Before.')] });
  await expect.element(log).toHaveTextContent('Before.');
  patch({ firstTurn: 3, status: listening, turns: [final(2, 'Late.'), partial(3, 'now')] });
  await expect.element(log).toHaveTextContent('now');
  patch({ firstTurn: 0 });
  await expect.element(log).toHaveTextContent('Before. Late. now');
});

test('one of two sources is marked, and the switch says what it costs', async () => {
  const computerSound = {
    ...{
      id: 'out.monitor',
      name: 'Monitor',
      hostApi: 'PulseAudio',
      oldName: null,
      isDefault: false,
    },
  };
  const { main } = await openCaptions(
    { turns: [final(1, 'Hello?'), { ...final(2, 'Hello.'), source: 'computer' }] },
    {
      'app-state:read': () => ok(appStateWith({ computerSound })),
      'settings:read': () => ok(preferencesWith({ captionsSource: 'computer' })),
      'settings:change': () => ok(preferencesWith({ captionsSource: 'both' })),
    },
  );
  await expect.element(log).toHaveTextContent('Hello? Hello.');
  const marks = log.getByRole('img', { name: 'Computer sound' });
  expect(marks.elements().map((mark) => mark.closest('p')?.textContent.trim())).toEqual(['Hello.']);
  await page.getByRole('button', { name: /Switch to both, which costs twice as much/ }).click();
  expect(main.requests.at(-1)).toEqual(['settings:change', { captionsSource: 'both' }]);
  await expect
    .element(page.getByRole('button', { name: /hear the microphone and the computer sound/ }))
    .toBeVisible();
});

test('without computer sound there is no switch', async () => {
  await openCaptions({ turns: [final(1, 'Hello?')] });
  await expect.element(log).toHaveTextContent('Hello?');
  expect(page.getByRole('button', { name: /Switch to/ }).elements()).toEqual([]);
});
