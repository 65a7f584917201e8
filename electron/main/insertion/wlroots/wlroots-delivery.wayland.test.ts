import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { forkWith } from '../../../../test/support/fork.ts';
import {
  startSway,
  type SwayDesktop,
  type SwayTarget,
} from '../../../../tools/desktop-harness/sway/sway.ts';
import type { TargetKind } from '../../../../tools/desktop-harness/wayland/targets.ts';
import type { Child, Fork } from '../../child.ts';
import { WlrootsDelivery } from './wlroots-delivery.ts';

/* A real sway, real programs, and the real helper in a process of its own. */
let desktop: SwayDesktop;
let delivery: WlrootsDelivery;
let helpers: Child[];
let targets: SwayTarget[];

const waitFor = { timeout: 20_000, interval: 15 };

const rich = {
  'text/plain;charset=utf-8': 'kept: ü 🙂',
  'text/html': '<b>kept</b>',
  'image/png': Buffer.from([137, 80, 78, 71, 0, 255]),
  'text/uri-list': 'file:///tmp/a\r\n',
};
const richContent = Object.fromEntries(
  Object.entries(rich).map(([type, bytes]) => [type, Buffer.from(bytes)]),
);
/** Accents, an emoji of several parts, and scripts of both directions. */
const text = 'Größe, naïve façade — 你好，世界 👩‍👩‍👧 שלום мир';

const fork: Fork = (entry) => {
  const child = forkWith(desktop.env)(entry);
  helpers.push(child);
  return child;
};

async function start(kind: TargetKind): Promise<SwayTarget> {
  const target = await desktop.startTarget(kind);
  targets.push(target);
  return target;
}

/** The text is on the clipboard, and nobody has read it. */
const isOffered = (): Promise<void> =>
  vi.waitFor(
    async () => expect(await desktop.clipboard.types()).toContain('x-kde-passwordManagerHint'),
    waitFor,
  );

/** Terminals are told by programs when a paste begins and ends. */
const typed = (target: SwayTarget): string =>
  target.text().replaceAll('\u001b[200~', '').replaceAll('\u001b[201~', '');

beforeAll(async () => {
  desktop = await startSway();
});
afterAll(() => desktop.stop());
beforeEach(async () => {
  helpers = [];
  targets = [];
  await desktop.clipboard.copy(rich);
  delivery = new WlrootsDelivery(desktop.env.SWAYSOCK ?? '', fork);
});
afterEach(async () => {
  await delivery.dispose();
  for (const target of targets) await target.stop();
});

test.each<TargetKind>(['foot', 'gtk', 'qt'])(
  'texts are in %s once and whole, and the clipboard is as it was in each format',
  async (kind) => {
    const target = await start(kind);
    const focused = await delivery.focused();
    expect(focused).toMatchObject({ windowId: target.window.id, shell: 'wayland' });
    expect(await delivery.deliver(text, focused)).toMatchObject({ type: 'delivered' });
    expect(await delivery.deliver('Second.', focused)).toMatchObject({ type: 'delivered' });
    await vi.waitFor(() => expect(typed(target)).toBe(`${text}Second.`), waitFor);
    expect(await desktop.clipboard.content()).toEqual(richContent);
  },
);

test('a long text is there whole', async () => {
  const target = await start('qt');
  const long = `${text} `.repeat(2_000);
  expect(await delivery.deliver(long, await delivery.focused())).toMatchObject({
    type: 'delivered',
  });
  await vi.waitFor(() => expect(target.text()).toBe(long), waitFor);
});

test('a focus that has moved holds the text: nothing is typed, and the clipboard is not touched', async () => {
  const first = await start('gtk');
  const focused = await delivery.focused();
  const second = await start('foot');
  for (let count = 0; count < 10; count += 1)
    expect(await delivery.deliver(text, focused)).toMatchObject({
      type: 'held',
      problem: { code: 'focus-moved' },
    });
  expect([first.text(), second.text()]).toEqual(['', '']);
  expect(await desktop.clipboard.content()).toEqual(richContent);
});

test('a focus that moves at random gets the text into the right window or nowhere', async () => {
  const first = await start('gtk');
  const wanted = await delivery.focused();
  const second = await start('qt');
  let isOver = false;
  const flips = (async () => {
    for (let count = 0; !isOver; count += 1) {
      await desktop.ipc.run(`[con_id=${(count % 2 ? first : second).window.id}] focus`);
      await sleep((count * 7) % 23);
    }
  })();
  const delivered: string[] = [];
  for (let count = 0; count < 40; count += 1) {
    const outcome = await delivery.deliver(`${count} `, wanted);
    if (outcome.type === 'delivered') delivered.push(`${count} `);
  }
  isOver = true;
  await flips;
  // GTK may drop a text that it has read when it loses the focus at that moment (docs/delivery.md).
  const inserted = (): string => first.text();
  await vi.waitFor(() => expect(inserted()).toContain(delivered.at(-1) ?? ''), waitFor);
  expect(delivered.filter((text) => ` ${inserted()}`.includes(` ${text}`)).join('')).toBe(
    inserted(),
  );
  expect(second.text()).toBe('');
});

test('without a window the text is on the clipboard, and that is said', async () => {
  expect(await delivery.deliver(text, null)).toMatchObject({
    type: 'on-clipboard',
    problem: { code: 'no-target' },
  });
  const content = await desktop.clipboard.content();
  expect(content['text/plain;charset=utf-8']?.toString()).toBe(text);
});

test.each([0, 5, 20, 80])(
  'a helper that is killed %i ms after the text is on the clipboard holds the text, and what was there is put back',
  async (afterMs) => {
    const target = await start('foot');
    const focused = await delivery.focused();
    const resume = target.pause();
    const outcome = delivery.deliver(text, focused);
    await isOffered();
    await sleep(afterMs);
    helpers[0]?.kill();
    expect(await outcome).toMatchObject({ type: 'held' });
    resume();
    await vi.waitFor(
      async () => expect(await desktop.clipboard.content()).toEqual(richContent),
      waitFor,
    );
  },
);

test('a program that hands over a file instead of a pipe ends the helper, and the clipboard stays', async () => {
  await start('gtk');
  await delivery.deliver('One.', await delivery.focused());
  expect(await desktop.clipboard.types()).toContain('text/html');
  desktop.clipboard.requestIntoFile('text/html');
  await vi.waitFor(() => expect(helpers).toHaveLength(2), waitFor);
  await vi.waitFor(
    async () => expect(await desktop.clipboard.content()).toEqual(richContent),
    waitFor,
  );
});

test('a helper that ends later leaves what was copied on the clipboard, and the next text is inserted', async () => {
  const target = await start('gtk');
  const focused = await delivery.focused();
  await delivery.deliver('One.', focused);
  helpers[0]?.kill();
  await vi.waitFor(() => expect(helpers).toHaveLength(2), waitFor);
  await vi.waitFor(
    async () => expect(await desktop.clipboard.content()).toEqual(richContent),
    waitFor,
  );
  expect(await delivery.deliver('Two.', focused)).toMatchObject({ type: 'delivered' });
  await vi.waitFor(() => expect(target.text()).toBe('One.Two.'), waitFor);
});

test('what somebody else copies during a delivery stays', async () => {
  const target = await start('foot');
  const focused = await delivery.focused();
  const resume = target.pause();
  const outcome = delivery.deliver(text, focused);
  await isOffered();
  await desktop.clipboard.copy({ 'text/plain': 'copied meanwhile' });
  expect(await outcome).toMatchObject({ type: 'held', problem: { code: 'clipboard-taken' } });
  resume();
  expect(await desktop.clipboard.content()).toEqual({
    'text/plain': Buffer.from('copied meanwhile'),
  });
});
