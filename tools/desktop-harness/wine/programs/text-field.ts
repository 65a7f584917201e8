import koffi from 'koffi';
import * as win32 from '../../../../electron/main/insertion/windows/win32.ts';
import * as native from './native.ts';
import { serve } from './serve.ts';

/* A program with nothing but a text field, as those of many makers are. */
const overlapped = 0x10cf0000;
const childOfMany = 0x50201044; // child, visible, vertical scroll bar, many lines, automatic scrolling
const multilineWithReturn = childOfMany | 0x1000;
const activate = 6;
const close = 0x10;
const remove = 1;
const className = 'CaptionKeyTextField';

let field = 0;

const procedure = koffi.register(
  (window: number, message: number, wParam: number, lParam: number) => {
    if (message === close) process.exit(0);
    if (message === activate && field !== 0) native.SetFocus(field);
    return win32.DefWindowProcW(window, message, wParam, lParam);
  },
  win32.windowProcedure,
);
const hInstance = win32.GetModuleHandleW(null);
win32.RegisterClassExW({
  ...{ cbSize: win32.sizeOf.windowClass, style: 0, lpfnWndProc: procedure },
  ...{ cbClsExtra: 0, cbWndExtra: 0, hInstance, hIcon: 0, hCursor: 0, hbrBackground: 6 },
  ...{ lpszMenuName: null, lpszClassName: className, hIconSm: 0 },
});
const window = win32.CreateWindowExW(
  ...[0, className, 'Text field', overlapped, 40, 40, 500, 300, 0, 0, hInstance, 0],
);
field = win32.CreateWindowExW(
  ...[0, 'EDIT', '', multilineWithReturn, 0, 0, 480, 260, window, 0, hInstance, 0],
);
native.ShowWindow(window, 5);
native.SetFocus(field);

setInterval(() => {
  const message = {};
  while (win32.PeekMessageW(message, 0, 0, 0, remove) !== 0) {
    native.TranslateMessage(message);
    win32.DispatchMessageW(message);
  }
}, 5);

serve({});
