import { join } from 'node:path';
import * as v from 'valibot';
import { startOwned } from '../owned-process.ts';
import { focusWindow } from '../windows.ts';
import { answered } from '../wayland/until.ts';
import { loader } from './prepare.ts';
import type { Command, WindowsProgram } from './program.ts';

/** Programs that take text: two that come with Windows, and a plain text field. */
export type TargetKind = 'notepad' | 'wordpad' | 'text-field';

export interface WindowsTarget {
  window: number;
  processId: number;
  text(): Promise<string>;
  setText(text: string): Promise<void>;
  /** Gives it the focus. */
  focus(): Promise<void>;
  stop(): Promise<void>;
}

const commands: Record<Exclude<TargetKind, 'text-field'>, string> = {
  notepad: 'C:\\windows\\system32\\notepad.exe',
  wordpad: 'C:\\Program Files\\Windows NT\\Accessories\\wordpad.exe',
};

const classNames: Record<TargetKind, RegExp> = {
  notepad: /^Notepad$/,
  wordpad: /wordpad/i,
  'text-field': /^CaptionKeyTextField$/,
};

const windowSchema = v.object({
  ...{ window: v.number(), className: v.string(), processId: v.number(), xWindow: v.number() },
});

interface Desktop {
  display: string;
  probe: WindowsProgram;
  start: (file: string) => Promise<WindowsProgram>;
  command: Command;
}

const windowsOf = async (probe: WindowsProgram) =>
  v.parse(v.array(windowSchema), await probe.call('windows'));

/** Starts a program and gives it the focus. */
export async function startTarget(
  kind: TargetKind,
  { display, probe, start, command }: Desktop,
): Promise<WindowsTarget> {
  const before = new Set((await windowsOf(probe)).map(({ window }) => window));
  const child =
    kind === 'text-field'
      ? await start(join(import.meta.dirname, 'programs/text-field.ts'))
      : startOwned([loader, commands[kind]], { env: command.env });
  const { window, processId, xWindow } = await answered(`the window of ${kind}`, async () => {
    const windows = await windowsOf(probe);
    return (
      windows.find(
        (one) =>
          !before.has(one.window) && classNames[kind].test(one.className) && one.xWindow !== 0,
      ) ?? null
    );
  });
  const field = v.parse(v.number(), await probe.call('field', window));
  const focus = async (): Promise<void> => {
    await focusWindow(display, xWindow);
    await answered(`the focus of ${kind}`, async () =>
      (await probe.call('foreground')) === window ? true : null,
    );
  };
  await focus();
  return {
    window,
    processId,
    text: async () => v.parse(v.string(), await probe.call('text', field)),
    setText: async (text) => {
      await probe.call('setText', field, text);
    },
    focus,
    stop: () => child.stop(),
  };
}
