import { EventEmitter } from 'node:events';
import { beforeAll, expect, test, vi } from 'vitest';
import { denyEverything } from './permissions.ts';

type Decide = (isGranted: boolean) => void;

/** The callbacks that Electron, which Node does not have, calls before it lets a page do something. */
const electron = vi.hoisted(() => ({
  listeners: new Map<string, (event: unknown, contents: unknown) => void>(),
  request: undefined as
    ((contents: unknown, permission: string, decide: Decide) => void) | undefined,
  check: undefined as ((contents: unknown, permission: string) => boolean) | undefined,
}));
vi.mock('electron', () => ({
  app: {
    on: (name: string, listener: (event: unknown, contents: unknown) => void) =>
      electron.listeners.set(name, listener),
  },
  session: {
    defaultSession: {
      setPermissionRequestHandler: (handler: typeof electron.request) =>
        (electron.request = handler),
      setPermissionCheckHandler: (handler: typeof electron.check) => (electron.check = handler),
    },
  },
}));

beforeAll(() => denyEverything());

test.each(['media', 'notifications', 'clipboard-read', 'openExternal', 'one that is new'])(
  'the permission “%s” is refused on request and on check',
  (permission) => {
    const decide = vi.fn<Decide>();
    electron.request?.({}, permission, decide);
    expect(decide).toHaveBeenCalledExactlyOnceWith(false);
    expect(electron.check?.({}, permission)).toBe(false);
  },
);

/** A page that Electron reports. */
class Contents extends EventEmitter {
  setWindowOpenHandler = vi.fn<(handler: () => { action: string }) => void>();
}

test('no page of any window opens a window or navigates', () => {
  const contents = new Contents();
  electron.listeners.get('web-contents-created')?.({}, contents);
  expect(contents.setWindowOpenHandler.mock.calls[0]?.[0]()).toEqual({ action: 'deny' });
  for (const name of ['will-navigate', 'will-attach-webview']) {
    const preventDefault = vi.fn();
    contents.emit(name, { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  }
});
