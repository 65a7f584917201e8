import { beforeEach, expect, test, vi } from 'vitest';
import { problem } from '#shared/problem.ts';
import { requestChannels } from '#shared/channels.ts';
import { failed, type Result } from '#shared/result.ts';
import { tableOf } from '#shared/tables.ts';
import { answerRequests } from './requests.ts';

type Invocation = ReturnType<typeof from>;
type Answer = (event: Invocation, ...args: unknown[]) => Promise<unknown>;

/** The handlers that Electron, which Node does not have, would receive. */
const answers = vi.hoisted(() => new Map<string, Answer>());
vi.mock('electron', () => ({
  app: { isPackaged: true },
  net: {},
  protocol: {},
  ipcMain: { handle: (channel: string, answer: Answer) => answers.set(channel, answer) },
}));

/** What every handler answers. A failure fits each of them. */
const result: Result<never> = failed(problem('captions-on', {}));
const handled = vi.fn<(channel: string, ...args: unknown[]) => Result<never>>();
const asked = vi.fn<(contents: unknown) => void>();

beforeEach(() => {
  answers.clear();
  handled.mockReset();
  handled.mockReturnValue(result);
  const handlers = tableOf(
    requestChannels.map((channel) => [
      channel,
      (_contents: unknown, ...args: unknown[]) => handled(channel, ...args),
    ]),
  );
  asked.mockReset();
  answerRequests(handlers, { asked, failed: () => undefined });
});

const ours = 'app://captionkey/panel/index.html';

/** An invocation by the page at that address. */
function from(url: string, where: 'main frame' | 'frame inside' | 'frame that is gone') {
  const frame = { url };
  const mainFrame = where === 'main frame' ? frame : { url };
  const senderFrame = where === 'frame that is gone' ? null : frame;
  return { senderFrame, sender: { mainFrame } };
}

const ask = (event: Invocation, channel: string, ...args: unknown[]) =>
  answers.get(channel)?.(event, ...args);

test('every request of the contract is answered, and no other', () => {
  expect([...answers.keys()]).toEqual([...requestChannels]);
});

test('the app’s page is handled, with the arguments of the contract and no more', async () => {
  const event = from(ours, 'main frame');
  expect(await ask(event, 'listening:do', 'start', 'more')).toEqual(result);
  expect(handled).toHaveBeenCalledExactlyOnceWith('listening:do', 'start');
});

test('a page subscribes before its request is answered, so that it misses no change', async () => {
  const event = from(ours, 'main frame');
  handled.mockImplementation(() => {
    expect(asked).toHaveBeenCalledWith(event.sender);
    return result;
  });
  expect(await ask(event, 'app-state:read')).toEqual(result);
  await ask(from('https://elsewhere.example/', 'main frame'), 'app-state:read');
  expect(asked).toHaveBeenCalledOnce();
});

test.each(['frame inside', 'frame that is gone'] as const)(
  'a %s is refused although its address is the app’s',
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

test('arguments against the contract are refused, and reach no handler', async () => {
  const event = from(ours, 'main frame');
  expect(await ask(event, 'microphone:check', 'yes')).toMatchObject({
    problem: { code: 'bad-request' },
  });
  expect(handled).not.toHaveBeenCalled();
});

test('the result of a handler reaches the page', async () => {
  expect(await ask(from(ours, 'main frame'), 'demo:start')).toEqual(result);
});

test('a handler that throws is a failed result without internal details', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  handled.mockImplementation(() => {
    throw new Error('/home/somebody/secret');
  });
  expect(await ask(from(ours, 'main frame'), 'app-state:read')).toEqual(
    failed(problem('internal', {})),
  );
  logged.mockRestore();
});
