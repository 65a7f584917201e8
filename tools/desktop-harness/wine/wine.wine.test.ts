import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import { pressKeys } from '../keyboard.ts';
import type { TargetKind, WindowsTarget } from './targets.ts';
import { startWine, type WineDesktop } from './wine.ts';

/* The harness itself: Windows programs on a Windows of its own. */
let wine: WineDesktop;
let targets: WindowsTarget[] = [];

const start = async (kind: TargetKind): Promise<WindowsTarget> => {
  const target = await wine.startTarget(kind);
  targets.push(target);
  return target;
};

beforeAll(async () => {
  wine = await startWine();
});
afterAll(() => wine.stop());
afterEach(async () => {
  for (const target of targets) await target.stop();
  targets = [];
});

test.each<TargetKind>(['notepad', 'wordpad', 'text-field'])(
  '%s gets what is typed',
  async (kind) => {
    const target = await start(kind);
    await pressKeys(wine.display, 'a');
    await pressKeys(wine.display, 'shift+b');
    await vi.waitFor(async () => expect((await target.text()).trimEnd()).toBe('aB'), patient);
  },
);

test('a window can be given the focus', async () => {
  const first = await start('notepad');
  const second = await start('text-field');
  await first.focus();
  await pressKeys(wine.display, 'x');
  await vi.waitFor(async () => expect(await first.text()).toBe('x'), patient);
  expect(await second.text()).toBe('');
});

test('what is copied in several formats can be read in each', async () => {
  const formats = {
    '13': Buffer.from('Grüße 🙂\0', 'utf16le').toString('base64'),
    'HTML Format': Buffer.from('<b>ü</b>').toString('base64'),
    PNG: Buffer.from([137, 80, 78, 71, 0, 255]).toString('base64'),
  };
  await wine.probe.call('copy', formats);
  expect(await wine.probe.call('clipboard')).toMatchObject(formats);
});
