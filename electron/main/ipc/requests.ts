import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { requestChannels, type RequestChannel } from '#shared/channels.ts';
import { requestSchemas, type Answers, type RequestArguments } from '#shared/ipc.ts';
import { problem } from '#shared/problem.ts';
import { failed, type Result } from '#shared/result.ts';
import { pageOrigin } from '../windows/app-scheme.ts';

/** The handler of each request. A handler reports errors by a failed result, not by throwing. */
export type RequestHandlers = {
  [C in RequestChannel]: (
    contents: Electron.WebContents,
    ...args: RequestArguments<C>
  ) => Result<Answers[C]> | Promise<Result<Answers[C]>>;
};

interface RequestHooks {
  /** A page of the app sends a request, the first one or a later one. */
  asked: (contents: Electron.WebContents) => void;
  /** A handler threw, which is a fault of the app. */
  failed: (channel: RequestChannel, error: unknown) => void;
}

/** Answers the renderer: checks the sender, then the arguments, then calls the handler. */
export function answerRequests(handlers: RequestHandlers, hooks: RequestHooks): void {
  for (const channel of requestChannels) answer(channel, handlers[channel], hooks);
}

function answer<C extends RequestChannel>(
  channel: C,
  handler: RequestHandlers[C],
  { asked, failed: threw }: RequestHooks,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Result<Answers[C]>> => {
    if (!isOurs(event)) return failed(problem('untrusted-sender', {}));
    asked(event.sender);
    const parsed = v.safeParse(requestSchemas[channel], args);
    if (!parsed.success) return failed(problem('bad-request', {}));
    try {
      return await handler(event.sender, ...parsed.output);
    } catch (error) {
      threw(channel, error);
      return failed(problem('internal', {}));
    }
  });
}

/**
 * Whether the sender is a page of the app in the main frame of a window, and neither a frame inside it
 * nor a page that it navigated to.
 */
function isOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const url = URL.parse(senderFrame.url);
  return url !== null && `${url.protocol}//${url.host}` === pageOrigin;
}
