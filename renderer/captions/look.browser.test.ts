import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { captionsHeightPx } from '#shared/captions-size.ts';
import { ok } from '#shared/result.ts';
import { preferencesWith } from '../lib/testing/preferences.ts';
import { bar, final, log, openCaptions, partial, usualSize } from './captions.fixture.ts';

beforeEach(async () => {
  await page.viewport(...usualSize);
});

test('a change of the look takes effect at once', async () => {
  const { main } = await openCaptions({ turns: [final(1, 'Words.')] });
  await expect.element(log).toHaveTextContent('Words.');
  const look = preferencesWith({
    ...{ captionsTextSize: 40, captionsFont: 'serif', captionsTextColor: '#123456' },
    ...{ captionsBackgroundColor: '#ffffff', captionsOpacity: 50, captionsOutline: true },
  });
  main.broadcast('settings:changed', look);
  await expect.element(log).toHaveStyle({
    ...{ fontSize: '40px', fontFamily: 'serif', color: 'rgb(18, 52, 86)', lineHeight: '51px' },
    webkitTextStrokeColor: 'rgb(255, 255, 255)',
  });
  await expect.element(bar).toHaveStyle({ backgroundColor: 'rgba(255, 255, 255, 0.5)' });
});

test.each([1, 6])('of much text the newest lines are seen, %i of them', async (captionsLines) => {
  const inUse = preferencesWith({ captionsTextSize: 18, captionsLines });
  await page.viewport(900, captionsHeightPx(inUse.preferences));
  await openCaptions(
    { turns: [final(1, 'one two three '.repeat(90)), partial(2, 'and the newest')] },
    { 'settings:read': () => ok(inUse) },
  );
  await expect.element(log).toMatchTextContent('and the newest');
  await expect.poll(() => log.element().getBoundingClientRect().height).toBe(captionsLines * 23);
});

test('a taller window shows more lines', async () => {
  await page.viewport(900, 300);
  await openCaptions({ turns: [final(1, 'one two three '.repeat(60))] });
  await expect.poll(() => log.element().getBoundingClientRect().height).toBe(7 * 36);
});

test('Ctrl with plus, minus, 0 and the wheel change the size', async () => {
  const { main } = await openCaptions({}, { 'settings:change': () => ok(preferencesWith()) });
  await userEvent.keyboard('{Control>}={/Control}');
  await userEvent.keyboard('{Control>}-{/Control}');
  await userEvent.keyboard('{Control>}0{/Control}');
  await userEvent.keyboard('+');
  const turn = (ctrlKey: boolean) =>
    bar
      .element()
      .dispatchEvent(new WheelEvent('wheel', { deltaY: -100, ctrlKey, cancelable: true }));
  // The page itself is not zoomed.
  expect(turn(true)).toBe(false);
  expect(turn(true)).toBe(false);
  expect(turn(false)).toBe(true);
  const sizes = main.requests.filter(([channel]) => channel === 'settings:change');
  expect(sizes.map(([, changed]) => changed)).toEqual(
    [30, 26, 28, 30, 32].map((captionsTextSize) => ({ captionsTextSize })),
  );
});

test.each([18, 64].flatMap((size) => [900, 480].map((width) => ({ size, width }))))(
  'at $size px and $width px wide, the buttons are beside the words',
  async ({ size, width }) => {
    const inUse = preferencesWith({ captionsTextSize: size, captionsLines: 1 });
    await page.viewport(width, captionsHeightPx(inUse.preferences));
    await openCaptions(
      { turns: [final(1, 'one two three '.repeat(30))] },
      { 'settings:read': () => ok(inUse) },
    );
    await expect.element(log).toMatchTextContent('one two three');
    const place = () => JSON.stringify(log.element().getBoundingClientRect());
    const before = place();
    for (const name of ['Copy', 'Settings', 'Stop']) {
      const button = page.getByRole('button', { name });
      const { left, top, bottom } = button.element().getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(log.element().getBoundingClientRect().right);
      expect(top).toBeGreaterThanOrEqual(0);
      expect(bottom).toBeLessThanOrEqual(innerHeight);
      button.element().focus();
      const strip = button.element().closest('.actions') ?? button.element();
      await expect.poll(() => getComputedStyle(strip).opacity).toBe('1');
    }
    expect(place()).toBe(before);
  },
);
