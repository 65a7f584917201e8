import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { requestChannels, type RequestChannel } from '#shared/channels.ts';
import { requestSchemas, type Answers, type RequestArguments } from '#shared/ipc.ts';
import { failed, type Result } from '#shared/result.ts';
import { pageOrigin } from '../shell/app-scheme.ts';

/** What answers each request. A handler says what went wrong by a failed result, not by throwing. */
export type RequestHandlers = {
  [C in RequestChannel]: (
    contents: Electron.WebContents,
    ...args: RequestArguments<C>
  ) => Result<Answers[C]> | Promise<Result<Answers[C]>>;
};

interface Witness {
  /** A page of ours asks for something, for the first time or not. */
  asked: (contents: Electron.WebContents) => void;
  /** A handler threw, which none should. */
  failed: (channel: RequestChannel, error: unknown) => void;
}

/** Answers the renderer: first the sender is checked, then the arguments, then it is handled. */
export function answerRequests(handlers: RequestHandlers, witness: Witness): void {
  for (const channel of requestChannels) answer(channel, handlers[channel], witness);
}

function answer<C extends RequestChannel>(
  channel: C,
  handler: RequestHandlers[C],
  { asked, failed: threw }: Witness,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]): Promise<Result<Answers[C]>> => {
    if (!isOurs(event)) return failed('untrusted-sender', 'This page may not talk to CaptionKey.');
    asked(event.sender);
    const parsed = v.safeParse(requestSchemas[channel], args);
    if (!parsed.success)
      return failed('bad-request', 'CaptionKey did not understand this. Check what was entered.');
    try {
      return await handler(event.sender, ...parsed.output);
    } catch (error) {
      threw(channel, error);
      return failed('internal', 'Something went wrong in CaptionKey. Try again.');
    }
  });
}

/** Our page, in the main frame of a window: not a frame inside it, nor a page it was led to. */
function isOurs({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  if (senderFrame === null || senderFrame !== sender.mainFrame) return false;
  const url = URL.parse(senderFrame.url);
  return url !== null && `${url.protocol}//${url.host}` === pageOrigin;
}
