import { wideText } from './memory.ts';
import { programName } from './program-name.ts';
import * as win32 from './win32.ts';

/** The window that has the keyboard. */
export interface ForegroundWindow {
  handle: number;
  className: string;
  /** The process that reads what is pasted. */
  processId: number;
  /** The file name of its program. */
  program: string;
  /** The program's name as people know it. */
  app: string;
}

/** The process of a window. */
export function processOf(window: number): number {
  const processId = [0];
  win32.GetWindowThreadProcessId(window, processId);
  return processId[0] ?? 0;
}

const classOf = (window: number): string =>
  wideText((buffer, size) => win32.GetClassNameW(window, buffer, size));

/** The window that receives keys now; null if there is none. */
export function foregroundWindow(): ForegroundWindow | null {
  const handle = win32.GetForegroundWindow();
  return handle === 0 ? null : windowOf(handle);
}

/** What Windows reports about a window; little if it is closed. */
export function windowOf(handle: number): ForegroundWindow {
  const className = classOf(handle);
  const processId = processOf(contentOf(handle, className));
  const path = pathOf(processId);
  return {
    ...{ handle, className, processId },
    program: path.split('\\').at(-1) ?? '',
    app: programName(path) || className,
  };
}

/** The window inside a frame of Windows, in which apps of the Store run in a process of their own. */
function contentOf(window: number, className: string): number {
  if (className !== 'ApplicationFrameWindow') return window;
  return win32.FindWindowExW(window, 0, 'Windows.UI.Core.CoreWindow', null) || window;
}

const queryLimitedInformation = 0x1000;

/** The path of a process's program; empty if Windows does not report it. */
export function pathOf(processId: number): string {
  const process = win32.OpenProcess(queryLimitedInformation, 0, processId);
  if (process === 0) return '';
  const path = wideText((buffer, size) => {
    const length = [size];
    const isKnown = win32.QueryFullProcessImageNameW(process, 0, buffer, length) !== 0;
    return isKnown ? (length[0] ?? 0) : 0;
  });
  win32.CloseHandle(process);
  return path;
}
