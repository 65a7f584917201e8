import koffi from 'koffi';

/** A function of Windows. Handles, sizes and flags are numbers; text is UTF-16. */
type Native = (...args: unknown[]) => number;

const library = (file: string): ((prototype: string) => Native) => {
  const loaded = koffi.load(file);
  return (prototype) => {
    const native: (...args: unknown[]) => unknown = loaded.func(prototype);
    return (...args) => Number(native(...args));
  };
};

const user32 = library('user32.dll');
const kernel32 = library('kernel32.dll');
const version = library('version.dll');

/* Only one of a union's members is sent, and the mouse's is the largest. */
const mouseInput = koffi.struct('MOUSEINPUT', {
  ...{ dx: 'int32', dy: 'int32', mouseData: 'uint32' },
  ...{ dwFlags: 'uint32', time: 'uint32', dwExtraInfo: 'uintptr_t' },
});
const keyInput = koffi.struct('KEYBDINPUT', {
  ...{ wVk: 'uint16', wScan: 'uint16' },
  ...{ dwFlags: 'uint32', time: 'uint32', dwExtraInfo: 'uintptr_t' },
});
const input = koffi.struct('INPUT', {
  type: 'uint32',
  u: koffi.union({ mi: mouseInput, ki: keyInput }),
});
koffi.struct('RECT', { left: 'int32', top: 'int32', right: 'int32', bottom: 'int32' });
const threadInfo = koffi.struct('GUITHREADINFO', {
  ...{ cbSize: 'uint32', flags: 'uint32', hwndActive: 'uintptr_t', hwndFocus: 'uintptr_t' },
  ...{ hwndCapture: 'uintptr_t', hwndMenuOwner: 'uintptr_t', hwndMoveSize: 'uintptr_t' },
  ...{ hwndCaret: 'uintptr_t', rcCaret: 'RECT' },
});
koffi.struct('POINT', { x: 'int32', y: 'int32' });
koffi.struct('MSG', {
  ...{ hwnd: 'uintptr_t', message: 'uint32', wParam: 'uintptr_t', lParam: 'intptr_t' },
  ...{ time: 'uint32', pt: 'POINT' },
});
export const windowProcedure = koffi.pointer(
  koffi.proto(
    'intptr_t __stdcall WNDPROC(uintptr_t window, uint32 message, uintptr_t wParam, intptr_t lParam)',
  ),
);
const windowClass = koffi.struct('WNDCLASSEXW', {
  ...{ cbSize: 'uint32', style: 'uint32', lpfnWndProc: windowProcedure },
  ...{ cbClsExtra: 'int32', cbWndExtra: 'int32', hInstance: 'uintptr_t', hIcon: 'uintptr_t' },
  ...{ hCursor: 'uintptr_t', hbrBackground: 'uintptr_t' },
  ...{ lpszMenuName: 'str16', lpszClassName: 'str16', hIconSm: 'uintptr_t' },
});

export const sizeOf = {
  input: koffi.sizeof(input),
  threadInfo: koffi.sizeof(threadInfo),
  windowClass: koffi.sizeof(windowClass),
};

export const SendInput = user32('uint32 SendInput(uint32 count, INPUT *inputs, int32 size)');
export const MapVirtualKeyW = user32('uint32 MapVirtualKeyW(uint32 code, uint32 kind)');
export const GetAsyncKeyState = user32('int16 GetAsyncKeyState(int32 key)');
export const GetForegroundWindow = user32('uintptr_t GetForegroundWindow()');
export const GetWindowThreadProcessId = user32(
  'uint32 GetWindowThreadProcessId(uintptr_t window, _Out_ uint32 *processId)',
);
export const GetClassNameW = user32('int GetClassNameW(uintptr_t window, void *name, int size)');
export const FindWindowExW = user32(
  'uintptr_t FindWindowExW(uintptr_t parent, uintptr_t after, str16 className, str16 title)',
);
export const IsWindow = user32('int IsWindow(uintptr_t window)');
export const GetGUIThreadInfo = user32(
  'int GetGUIThreadInfo(uint32 thread, _Inout_ GUITHREADINFO *info)',
);
export const RegisterWindowMessageW = user32('uint32 RegisterWindowMessageW(str16 name)');
export const PostMessageW = user32(
  'int PostMessageW(uintptr_t window, uint32 message, uintptr_t wParam, intptr_t lParam)',
);
export const SendMessageTimeoutW = user32(
  'intptr_t SendMessageTimeoutW(uintptr_t window, uint32 message, uintptr_t wParam, intptr_t lParam, uint32 flags, uint32 timeoutMs, _Out_ uintptr_t *result)',
);

export const OpenClipboard = user32('int OpenClipboard(uintptr_t owner)');
export const CloseClipboard = user32('int CloseClipboard()');
export const EmptyClipboard = user32('int EmptyClipboard()');
export const SetClipboardData = user32(
  'uintptr_t SetClipboardData(uint32 format, uintptr_t memory)',
);
export const GetClipboardData = user32('uintptr_t GetClipboardData(uint32 format)');
export const EnumClipboardFormats = user32('uint32 EnumClipboardFormats(uint32 format)');
export const GetClipboardOwner = user32('uintptr_t GetClipboardOwner()');
export const GetClipboardSequenceNumber = user32('uint32 GetClipboardSequenceNumber()');
export const GetOpenClipboardWindow = user32('uintptr_t GetOpenClipboardWindow()');
export const RegisterClipboardFormatW = user32('uint32 RegisterClipboardFormatW(str16 name)');
export const GetClipboardFormatNameW = user32(
  'int GetClipboardFormatNameW(uint32 format, void *name, int size)',
);

export const RegisterClassExW = user32('uint16 RegisterClassExW(WNDCLASSEXW *windowClass)');
export const CreateWindowExW = user32(
  'uintptr_t CreateWindowExW(uint32 extended, str16 className, str16 title, uint32 style, int x, int y, int width, int height, uintptr_t parent, uintptr_t menu, uintptr_t module, uintptr_t parameter)',
);
export const DestroyWindow = user32('int DestroyWindow(uintptr_t window)');
export const DefWindowProcW = user32(
  'intptr_t DefWindowProcW(uintptr_t window, uint32 message, uintptr_t wParam, intptr_t lParam)',
);
export const PeekMessageW = user32(
  'int PeekMessageW(_Out_ MSG *message, uintptr_t window, uint32 first, uint32 last, uint32 remove)',
);
export const DispatchMessageW = user32('intptr_t DispatchMessageW(MSG *message)');

export const GetModuleHandleW = kernel32('uintptr_t GetModuleHandleW(str16 name)');
export const GlobalAlloc = kernel32('uintptr_t GlobalAlloc(uint32 flags, uintptr_t size)');
export const GlobalFree = kernel32('uintptr_t GlobalFree(uintptr_t memory)');
export const GlobalLock = kernel32('uintptr_t GlobalLock(uintptr_t memory)');
export const GlobalUnlock = kernel32('int GlobalUnlock(uintptr_t memory)');
export const GlobalSize = kernel32('uintptr_t GlobalSize(uintptr_t memory)');
export const copyToMemory = kernel32(
  'void RtlMoveMemory(uintptr_t to, const uint8 *from, uintptr_t size)',
);
export const copyFromMemory = kernel32(
  'void RtlMoveMemory(uint8 *to, uintptr_t from, uintptr_t size)',
);
export const OpenProcess = kernel32(
  'uintptr_t OpenProcess(uint32 access, int inherits, uint32 processId)',
);
export const CloseHandle = kernel32('int CloseHandle(uintptr_t handle)');
export const QueryFullProcessImageNameW = kernel32(
  'int QueryFullProcessImageNameW(uintptr_t process, uint32 flags, void *path, _Inout_ uint32 *length)',
);

export const GetFileVersionInfoSizeW = version(
  'uint32 GetFileVersionInfoSizeW(str16 path, uintptr_t none)',
);
export const GetFileVersionInfoW = version(
  'int GetFileVersionInfoW(str16 path, uint32 none, uint32 size, void *info)',
);
export const VerQueryValueW = version(
  'int VerQueryValueW(void *info, str16 name, _Out_ uintptr_t *value, _Out_ uint32 *length)',
);
