import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import { startEmptyBus, type EmptyBus } from '../../../tools/desktop-harness/wayland/bus.ts';
import { SessionBus, sessionBusAddress, variant } from './session-bus.ts';

/* A real message bus. */
let daemon: EmptyBus;
let address: string;

beforeAll(async () => {
  daemon = await startEmptyBus();
  ({ address } = daemon);
});
afterAll(() => daemon.stop());

const echo = { path: '/', interface: 'test.Echo', member: 'Say' };

test('a program can call another, and learns when it ends', async () => {
  const [one, other] = await Promise.all([SessionBus.open(address), SessionBus.open(address)]);
  const received: unknown[] = [];
  other.accept('test.Echo', ({ body, sender }) => received.push(body, sender));
  const call = { ...echo, destination: other.name, signature: 'sv' };
  expect(await one.call({ ...call, body: ['Grüße', variant('u', 7)] })).toEqual([]);
  expect(received).toMatchObject([['Grüße', { value: 7 }], one.name]);
  expect(await one.ownerOf(other.name)).toBe(other.name);
  const owners: boolean[] = [];
  await one.onOwnerChange(other.name, (hasOwner) => owners.push(hasOwner));
  other.close();
  await vi.waitFor(() => expect(owners).toEqual([false]), patient);
  expect(await one.hasOwner('org.freedesktop.DBus')).toBe(true);
  expect(await one.hasOwner(call.destination)).toBe(false);
  expect(await one.ownerOf(call.destination)).toBe(null);
  one.close();
});

test('an unanswered call is refused by the bus, or times out', async () => {
  const [one, other] = await Promise.all([SessionBus.open(address), SessionBus.open(address)]);
  await expect(one.call({ ...echo, destination: 'test.nobody' })).rejects.toThrow();
  await expect(one.call({ ...echo, destination: other.name })).rejects.toThrow(/does not exist/);
  other.accept('test.Echo', () => {
    throw new Error('broken');
  });
  await expect(one.call({ ...echo, destination: other.name })).rejects.toThrow();
  one.close();
  other.close();
});

test('a call that arrives after the end does no harm', async () => {
  const [one, other] = await Promise.all([SessionBus.open(address), SessionBus.open(address)]);
  const { name } = other;
  other.accept('test.Echo', () => undefined);
  const calls = Array.from({ length: 20 }, () =>
    one.call({ ...echo, destination: name }).catch(() => 'gone'),
  );
  other.close();
  other.send({ ...echo, destination: one.name });
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['gone']));
  one.close();
});

test('a missing bus is an error', async () => {
  await expect(SessionBus.open('unix:path=/nonexistent/bus')).rejects.toThrow();
});

test('the address is that of the environment, or the one of systemd', () => {
  expect(sessionBusAddress({ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=a' })).toBe(
    'unix:abstract=a',
  );
  expect(sessionBusAddress({ XDG_RUNTIME_DIR: '/run/user/1000' })).toBe(
    'unix:path=/run/user/1000/bus',
  );
  expect(sessionBusAddress({})).toBe(null);
});
