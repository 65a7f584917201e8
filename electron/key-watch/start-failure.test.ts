import { expect, test } from 'vitest';
import { startFailureOf } from './start-failure.ts';

const errorOf = (code: string): Error => Object.assign(new Error('uiohook'), { code });

test.each(['UIOHOOK_ERROR_AXAPI_DISABLED', 'UIOHOOK_ERROR_CREATE_EVENT_PORT'])(
  '%s means that macOS does not permit it',
  (code) => {
    expect(startFailureOf(errorOf(code))).toBe('not-permitted');
  },
);

test('any other error is unknown', () => {
  expect(startFailureOf(errorOf('UIOHOOK_ERROR_THREAD_CREATE'))).toBe(null);
  expect(startFailureOf(new Error('no such module'))).toBe(null);
});
