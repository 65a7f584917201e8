import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startEmptyBus, type EmptyBus } from '../../../../tools/desktop-harness/wayland/bus.ts';
import { SessionBus } from '../../dbus/session-bus.ts';
import { FakePortal } from './portal.fixture.ts';
import { PortalKeyboard } from './portal-keyboard.ts';
import { patient } from '../../../../test/support/patient.ts';

/* A real message bus, and a portal in which the test answers as the person. */
let daemon: EmptyBus;
let bus: SessionBus;
let fake: FakePortal;
let keyboard: PortalKeyboard;
let token: string | null;

const tokens = {
  load: () => Promise.resolve(token),
  save: (saved: string) => {
    token = saved;
    return Promise.resolve();
  },
};
const optionsOf = (member: string) =>
  fake.calls.findLast((call) => call.member === member)?.options;
const asked = () => fake.calls.filter(({ member }) => member === 'Start').length;

beforeAll(async () => {
  daemon = await startEmptyBus();
});
afterAll(() => daemon.stop());
beforeEach(async () => {
  const { address } = daemon;
  token = null;
  [bus, fake] = await Promise.all([SessionBus.open(address), FakePortal.start(address, 2)]);
  keyboard = new PortalKeyboard(bus, tokens);
});
afterEach(async () => {
  keyboard.dispose();
  fake.stop();
  await vi.waitFor(
    async () => expect(await bus.hasOwner('org.freedesktop.portal.Desktop')).toBe(false),
    patient,
  );
  bus.close();
});

test('the paste key is pressed and released once the person agrees', async () => {
  expect(await keyboard.refusal()).toBe(null);
  await keyboard.press('control-v');
  expect(fake.keys).toEqual([
    [0xffe3, 1],
    [0x76, 1],
    [0x76, 0],
    [0xffe3, 0],
  ]);
});

test('the app requests only the keyboard, until the person revokes it', async () => {
  await keyboard.refusal();
  expect(optionsOf('SelectDevices')).toMatchObject({ types: 1, persist_mode: 2 });
});

test('the person is asked once, because the token of each session opens the next one', async () => {
  await keyboard.refusal();
  expect(optionsOf('SelectDevices')).not.toHaveProperty('restore_token');
  fake.closeSession();
  const again = new PortalKeyboard(bus, tokens);
  await again.refusal();
  expect(optionsOf('SelectDevices')).toMatchObject({ restore_token: 'token 1' });
  expect(token).toBe('token 2');
});

test('a refusal is reported, and the person is not asked again', async () => {
  fake.answer = 'refuses';
  expect(await keyboard.refusal()).toMatchObject({ code: 'keys-refused' });
  expect(await keyboard.refusal()).toMatchObject({ code: 'keys-refused' });
  expect(asked()).toBe(1);
  await expect(keyboard.press('control-v')).rejects.toThrow();
  expect(fake.keys).toEqual([]);
});

test('agreeing to everything but the keyboard is a refusal', async () => {
  fake.answer = 'agrees without the keyboard';
  expect(await keyboard.refusal()).toMatchObject({ code: 'keys-refused' });
});

test('the open question is reported, and keys are pressed once the person agrees', async () => {
  fake.answer = null;
  keyboard.prepare();
  expect(await keyboard.refusal()).toMatchObject({ code: 'keys-asked' });
  fake.decide('agrees');
  await vi.waitFor(async () => expect(await keyboard.refusal()).toBe(null), patient);
  expect(asked()).toBe(1);
});

test('a session that the desktop ends is opened again', async () => {
  await keyboard.refusal();
  fake.closeSession();
  await vi.waitFor(
    async () =>
      expect(
        await keyboard.press('control-v').then(
          () => 'sent',
          () => 'closed',
        ),
      ).toBe('closed'),
    patient,
  );
  expect(await keyboard.refusal()).toBe(null);
  expect(asked()).toBe(2);
});

test('a missing portal is reported until one starts', async () => {
  fake.stop();
  await vi.waitFor(
    async () => expect(await bus.hasOwner('org.freedesktop.portal.Desktop')).toBe(false),
    patient,
  );
  expect(await keyboard.refusal()).toMatchObject({ code: 'portal-missing' });
  fake = await FakePortal.start(daemon.address, 1);
  await vi.waitFor(async () => expect(await keyboard.refusal()).toBe(null), patient);
  // The first version stores nothing.
  expect(optionsOf('SelectDevices')).not.toHaveProperty('persist_mode');
});

test('a portal that ends while the person is asked has failed', async () => {
  fake.answer = null;
  keyboard.prepare();
  expect(await keyboard.refusal()).toMatchObject({ code: 'keys-asked' });
  fake.stop();
  await vi.waitFor(
    async () => expect(await keyboard.refusal()).not.toMatchObject({ code: 'keys-asked' }),
    patient,
  );
});
