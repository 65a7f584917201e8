import * as v from 'valibot';
import { processOf } from '../../../../electron/main/insertion/windows/foreground-window.ts';
import { allocate, bytesAt, wideText } from '../../../../electron/main/insertion/windows/memory.ts';
import * as win32 from '../../../../electron/main/insertion/windows/win32.ts';
import * as native from './native.ts';
import { serve } from './serve.ts';

/* Answers what tests ask about Windows. */
const windowNumber = v.number();
const contentSchema = v.record(v.string(), v.string());

const getTextLength = 0x0e;
const getText = 0x0d;
const setText = 0x0c;
const abortIfHung = 2;
const timeoutMs = 5_000;
const systemCommand = 0x112;
const keyboardMenu = 0xf100;
const firstRegistered = 0xc000;

const classOf = (window: number): string =>
  wideText((buffer, size) => native.GetClassNameW(window, buffer, size));

/** Of the root of X: the X window that shows a window of Windows. */
const xWindowOf = (window: number): number => native.GetPropW(window, '__wine_x11_whole_window');

const describe = (window: number): object => ({
  window,
  className: classOf(window),
  processId: processOf(window),
  xWindow: xWindowOf(window),
});

function visibleWindows(): object[] {
  const windows: object[] = [];
  native.EnumWindows((window: number) => {
    if (native.IsWindowVisible(window) !== 0) windows.push(describe(window));
    return 1;
  }, 0);
  return windows;
}

/** The field of a window that takes text. */
function fieldIn(parent: number): number | null {
  let field: number | null = null;
  native.EnumChildWindows(
    parent,
    (window: number) => {
      if (/edit/i.test(classOf(window))) field ??= window;
      return 1;
    },
    0,
  );
  return field;
}

function textIn(window: number): string {
  const result = [0];
  const ask = (message: number, size: number, buffer: Buffer | null): number => {
    if (native.askForText(window, message, size, buffer, abortIfHung, timeoutMs, result) === 0)
      throw new Error('The window does not answer.');
    return result[0] ?? 0;
  };
  const size = ask(getTextLength, 0, null) + 1;
  const buffer = Buffer.alloc(2 * size);
  const length = ask(getText, size, buffer);
  return buffer.toString('utf16le', 0, 2 * length).replaceAll('\r\n', '\n');
}

const nameOf = (format: number): string =>
  format < firstRegistered
    ? String(format)
    : wideText((buffer, size) => win32.GetClipboardFormatNameW(format, buffer, size));

const formatOf = (name: string): number => Number(name) || win32.RegisterClipboardFormatW(name);

async function withClipboard<T>(action: () => T): Promise<T> {
  while (win32.OpenClipboard(0) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  try {
    return action();
  } finally {
    win32.CloseClipboard();
  }
}

/** Every format that holds bytes, as base64; of the others only the name. */
function content(): Record<string, string | null> {
  const formats: Record<string, string | null> = {};
  const next = (format: number): number => win32.EnumClipboardFormats(format);
  for (let format = next(0); format !== 0; format = next(format)) {
    const memory = [2, 3, 9, 14].includes(format) ? 0 : win32.GetClipboardData(format);
    formats[nameOf(format)] = memory === 0 ? null : (bytesAt(memory)?.toString('base64') ?? null);
  }
  return formats;
}

serve({
  windows: () => visibleWindows(),
  field: (window) => fieldIn(v.parse(windowNumber, window)),
  text: (window) => textIn(v.parse(windowNumber, window)),
  setText: (window, text) => {
    const [field, written] = [v.parse(windowNumber, window), v.parse(v.string(), text)];
    native.sendText(field, setText, 0, written, abortIfHung, timeoutMs, [0]);
  },
  foreground: () => win32.GetForegroundWindow(),
  isDown: (code) => win32.GetAsyncKeyState(v.parse(v.number(), code)) < 0,
  /** Opens the menu of a window, as Alt does. */
  openMenu: (window) =>
    win32.PostMessageW(v.parse(windowNumber, window), systemCommand, keyboardMenu, 0),
  clipboard: () => withClipboard(content),
  clipboardFormats: () =>
    withClipboard(() => {
      const names: string[] = [];
      const next = (format: number): number => win32.EnumClipboardFormats(format);
      for (let format = next(0); format !== 0; format = next(format)) names.push(nameOf(format));
      return names;
    }),
  copy: (formats) =>
    withClipboard(() => {
      win32.EmptyClipboard();
      for (const [name, base64] of Object.entries(v.parse(contentSchema, formats)))
        win32.SetClipboardData(formatOf(name), allocate(Buffer.from(base64, 'base64')));
    }),
});
