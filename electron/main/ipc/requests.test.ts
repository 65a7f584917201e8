import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { requestChannels } from '#shared/channels.ts';
import { failed, ok } from '#shared/result.ts';
import { answerRequests, type RequestHandlers } from './requests.ts';

type Answer = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>;

/** Electron's end, which Node does not have: who answers what. */
const answers = vi.hoisted(() => new Map<string, Answer>());
vi.mock('electron', () => ({
  app: { isPackaged: true },
  net: {},
  protocol: {},
  ipcMain: { handle: (channel: string, answer: Answer) => answers.set(channel, answer) },
}));

const handled = vi.fn<(channel: string, ...args: unknown[]) => unknown>();
const asked = vi.fn<(contents: unknown) => void>();

beforeEach(() => {
  answers.clear();
  handled.mockReset();
  handled.mockReturnValue(ok(null));
  const handlers = requestChannels.map((channel) => [
    channel,
    (_contents: unknown, ...args: unknown[]) => handled(channel, ...args),
  ]);
  asked.mockReset();
  answerRequests(Object.fromEntries(handlers) as RequestHandlers, {
    asked,
    failed: () => undefined,
  });
});

const ours = 'app://captionkey/panel/index.html';

/** An invocation by the page at that address. */
function from(url: string, where: 'main frame' | 'frame inside' | 'frame that is gone') {
  const frame = { url };
  const mainFrame = where === 'main frame' ? frame : { url };
  const senderFrame = where === 'frame that is gone' ? null : frame;
  return { senderFrame, sender: { mainFrame } } as unknown as IpcMainInvokeEvent;
}

const ask = (event: IpcMainInvokeEvent, channel: string, ...args: unknown[]) =>
  answers.get(channel)?.(event, ...args);

test('every request of the contract is answered, and no other', () => {
  expect([...answers.keys()]).toEqual([...requestChannels]);
});

test('our page is handled, with the arguments of the contract and no more', async () => {
  const event = from(ours, 'main frame');
  expect(await ask(event, 'listening:do', 'start', 'more')).toEqual(ok(null));
  expect(handled).toHaveBeenCalledExactlyOnceWith('listening:do', 'start');
});

test('whoever asks is known before it is answered, so that it misses nothing that changes since', async () => {
  const event = from(ours, 'main frame');
  handled.mockImplementation(() => ok(asked.mock.calls.length));
  expect(await ask(event, 'setup:read')).toEqual(ok(1));
  expect(asked).toHaveBeenCalledWith(event.sender);
  await ask(from('https://elsewhere.example/', 'main frame'), 'setup:read');
  expect(asked).toHaveBeenCalledOnce();
});

test.each(['frame inside', 'frame that is gone'] as const)(
  'a %s is refused, though its address is ours',
  async (where) => {
    for (const channel of requestChannels)
      expect(await ask(from(ours, where), channel)).toMatchObject({
        problem: { code: 'untrusted-sender' },
      });
    expect(handled).not.toHaveBeenCalled();
  },
);

test.each([
  'app://elsewhere/panel/index.html',
  'app://captionkey.elsewhere/panel/index.html',
  'app://captionkey@elsewhere/panel/index.html',
  'app://captionkey:81/panel/index.html',
  'https://captionkey/panel/index.html',
  'file:///app://captionkey/panel/index.html',
  'data:text/html,app://captionkey',
  'about:blank',
  'chrome-error://chromewebdata/',
  '',
])('a page at “%s” is refused', async (url) => {
  for (const channel of requestChannels)
    expect(await ask(from(url, 'main frame'), channel)).toMatchObject({
      problem: { code: 'untrusted-sender' },
    });
  expect(handled).not.toHaveBeenCalled();
});

test('what does not fit is refused, and reaches no handler', async () => {
  const event = from(ours, 'main frame');
  expect(await ask(event, 'microphone:check', 'yes')).toMatchObject({
    problem: { code: 'bad-request' },
  });
  expect(handled).not.toHaveBeenCalled();
});

test('a failed result is passed on', async () => {
  const result = failed('busy', 'Stop captions first.');
  handled.mockReturnValue(result);
  expect(await ask(from(ours, 'main frame'), 'demo:start')).toEqual(result);
});

test('a handler that throws is a failed result that tells nothing of the inside', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  handled.mockImplementation(() => {
    throw new Error('/home/somebody/secret');
  });
  expect(await ask(from(ours, 'main frame'), 'setup:read')).toEqual(
    failed('internal', 'Something went wrong in CaptionKey. Try again.'),
  );
  logged.mockRestore();
});
