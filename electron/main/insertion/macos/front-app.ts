import { mainWindowId, type ScreenWindow } from './main-window.ts';
import { none, type FrontApp, type Reference } from './mac-system.ts';
import { framework } from './native-library.ts';
import {
  elementsOf,
  fractionOf,
  inPool,
  int32Of,
  integerOf,
  nsString,
  objcClass,
  send,
  textOf,
} from './objective-c.ts';

const copyWindows = framework('CoreGraphics').reference(
  'uintptr_t CGWindowListCopyWindowInfo(uint32 option, uint32 relativeTo)',
);

/** Windows on the screen, the front one first, without the desktop. */
const onScreen = 1 | 16;

/** The program that has the keyboard, with its main window. */
export function frontApp(): FrontApp | null {
  return inPool(() => {
    const workspace = send(objcClass('NSWorkspace'), 'sharedWorkspace');
    const app = send(workspace, 'frontmostApplication');
    if (app === none) return null;
    const processId = int32Of(app, 'processIdentifier');
    const name = send(app, 'localizedName');
    return {
      name: name === none ? '' : textOf(name),
      processId,
      windowId: mainWindowOf(processId),
    };
  });
}

function mainWindowOf(processId: number): number {
  const windows = copyWindows(onScreen, 0);
  const windowId = mainWindowId(elementsOf(windows).map(screenWindow), processId);
  send(windows, 'release');
  return windowId;
}

/** Dictionaries and numbers of Core Foundation are also those of Foundation. */
function screenWindow(window: Reference): ScreenWindow {
  const bounds = valueIn(window, 'kCGWindowBounds');
  return {
    windowId: integerIn(window, 'kCGWindowNumber'),
    processId: integerIn(window, 'kCGWindowOwnerPID'),
    layer: integerIn(window, 'kCGWindowLayer'),
    alpha: fractionIn(window, 'kCGWindowAlpha'),
    widthPoints: fractionIn(bounds, 'Width'),
    heightPoints: fractionIn(bounds, 'Height'),
  };
}

const valueIn = (dictionary: Reference, key: string): Reference =>
  send(dictionary, 'objectForKey:', nsString(key));
const integerIn = (dictionary: Reference, key: string): number =>
  integerOf(valueIn(dictionary, key), 'longLongValue');
const fractionIn = (dictionary: Reference, key: string): number =>
  fractionOf(valueIn(dictionary, key), 'doubleValue');
