import koffi from 'koffi';
// It defines the structures that are named here.
import '../../../../electron/main/insertion/windows/win32.ts';

/* What the programs of the harness need of Windows, besides what the app needs. */
const user32 = koffi.load('user32.dll');

type Native = (...args: unknown[]) => number;

const declare = (prototype: string): Native => {
  const native: (...args: unknown[]) => unknown = user32.func(prototype);
  return (...args) => Number(native(...args));
};

koffi.proto('int __stdcall WNDENUMPROC(uintptr_t window, intptr_t parameter)');
export const EnumWindows = declare('int EnumWindows(WNDENUMPROC *callback, intptr_t parameter)');
export const EnumChildWindows = declare(
  'int EnumChildWindows(uintptr_t parent, WNDENUMPROC *callback, intptr_t parameter)',
);
export const IsWindowVisible = declare('int IsWindowVisible(uintptr_t window)');
export const GetClassNameW = declare('int GetClassNameW(uintptr_t window, void *name, int size)');
export const GetPropW = declare('uintptr_t GetPropW(uintptr_t window, str16 name)');
/** `SendMessageTimeoutW` with a buffer. */
export const askForText = declare(
  'intptr_t SendMessageTimeoutW(uintptr_t window, uint32 message, uintptr_t size, void *buffer, uint32 flags, uint32 timeoutMs, _Out_ uintptr_t *result)',
);
/** `SendMessageTimeoutW` with a text. */
export const sendText = declare(
  'intptr_t SendMessageTimeoutW(uintptr_t window, uint32 message, uintptr_t none, str16 text, uint32 flags, uint32 timeoutMs, _Out_ uintptr_t *result)',
);
export const AddClipboardFormatListener = declare(
  'int AddClipboardFormatListener(uintptr_t window)',
);
export const ShowWindow = declare('int ShowWindow(uintptr_t window, int how)');
export const SetFocus = declare('uintptr_t SetFocus(uintptr_t window)');
export const TranslateMessage = declare('int TranslateMessage(MSG *message)');
export const RegisterHotKey = declare(
  'int RegisterHotKey(uintptr_t window, int id, uint32 modifiers, uint32 key)',
);
export const UnregisterHotKey = declare('int UnregisterHotKey(uintptr_t window, int id)');
