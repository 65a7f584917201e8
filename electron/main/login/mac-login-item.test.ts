import { expect, test } from 'vitest';
import { macLoginItem } from './mac-login-item.ts';

function open({ status = 'not-registered', isPackaged = true, takes = 'enabled' } = {}) {
  const registered: boolean[] = [];
  const item = macLoginItem({
    path: '/Applications/CaptionKey.app',
    isPackaged,
    registration: () => ({ openAtLogin: status === 'enabled', status }),
    register: (isOn) => {
      registered.push(isOn);
      status = isOn ? takes : 'not-registered';
    },
  });
  return { item, registered };
}

test.each([
  ['enabled', true],
  ['requires-approval', true],
  ['not-registered', false],
  ['not-found', false],
])('an entry that is %s is there: %s', (status, isThere) => {
  expect(open({ status }).item.isThere()).toBe(isThere);
});

test('an entry of a macOS that says no status is there if the app opens at login', () => {
  const registration = { openAtLogin: true, status: '' };
  const parts = { path: '', isPackaged: true, register: () => undefined };
  expect(macLoginItem({ ...parts, registration: () => registration }).isThere()).toBe(true);
});

test.each(['enabled', 'requires-approval'])('an entry that becomes %s is set', (takes) => {
  const { item, registered } = open({ takes });
  item.set(true);
  expect(registered).toEqual([true]);
});

test('an entry that macOS does not take is a failure, and its removal is none', () => {
  const { item, registered } = open({ takes: 'not-found' });
  expect(() => item.set(true)).toThrow();
  item.set(false);
  expect(registered).toEqual([true, false]);
});

test('from the sources nothing is registered, because the entry would start Electron itself', () => {
  const { item, registered } = open({ isPackaged: false });
  item.set(true);
  expect(item.refusal).toEqual({ code: 'login-needs-package', params: {} });
  expect(registered).toEqual([]);
});
