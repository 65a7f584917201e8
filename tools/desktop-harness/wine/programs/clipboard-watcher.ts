import koffi from 'koffi';
import { bytesAt } from '../../../../electron/main/insertion/windows/memory.ts';
import * as win32 from '../../../../electron/main/insertion/windows/win32.ts';
import * as native from './native.ts';
import { report, serve } from './serve.ts';

/* A clipboard manager: reads every text that is copied. Its argument is how late it reads, in milliseconds. */
const clipboardUpdate = 0x31d;
const unicodeText = 13;
const remove = 1;
const className = 'CaptionKeyClipboardWatcher';
const parentOfMessageWindows = -3;

/** Asks programs like this one to keep nothing of it. */
const marker = win32.RegisterClipboardFormatW('ExcludeClipboardContentFromMonitorProcessing');

const lateMs = Number(process.argv[3] ?? 0);
let isWaiting = false;

const procedure = koffi.register(
  (window: number, message: number, wParam: number, lParam: number) => {
    if (message === clipboardUpdate) setTimeout(() => (isWaiting = true), lateMs);
    return win32.DefWindowProcW(window, message, wParam, lParam);
  },
  win32.windowProcedure,
);
const hInstance = win32.GetModuleHandleW(null);
win32.RegisterClassExW({
  ...{ cbSize: win32.sizeOf.windowClass, style: 0, lpfnWndProc: procedure },
  ...{ cbClsExtra: 0, cbWndExtra: 0, hInstance, hIcon: 0, hCursor: 0, hbrBackground: 0 },
  ...{ lpszMenuName: null, lpszClassName: className, hIconSm: 0 },
});
const window = win32.CreateWindowExW(
  ...[0, className, '', 0, 0, 0, 0, 0, parentOfMessageWindows, 0, hInstance, 0],
);
native.AddClipboardFormatListener(window);

/** Reads with a window, so that the owner can see who reads. */
function read(): void {
  if (win32.OpenClipboard(window) === 0) return;
  isWaiting = false;
  const memory = win32.GetClipboardData(unicodeText);
  const bytes = memory === 0 ? null : bytesAt(memory);
  const isMarked = win32.GetClipboardData(marker) !== 0;
  win32.CloseClipboard();
  report({ text: bytes?.toString('utf16le').split('\0')[0] ?? null, isMarked });
}

setInterval(() => {
  const message = {};
  while (win32.PeekMessageW(message, 0, 0, 0, remove) !== 0) win32.DispatchMessageW(message);
  if (isWaiting) read();
}, 1);

serve({});
