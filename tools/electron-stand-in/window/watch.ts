import type { Protocol as Cdp } from 'devtools-protocol';
import type { Rectangle } from 'electron';
import x11, { type XEvent } from 'x11';
import { runningChromium } from '../app/app.ts';
import { done } from '../../desktop-harness/x11/connection.ts';
import { xReports } from '../x11/thread.ts';
import { windowConnection, type XWindow } from './x-window.ts';

/** Callbacks for changes of a window from outside. */
export interface WindowObserver {
  /** The shown title has changed. Chromium sets it whenever the page's title changes. */
  titled(): void;
  moved(bounds: Rectangle): void;
  focused(isFocused: boolean): void;
  /** The window manager asks the window to close. The app may refuse. */
  closeRequested(): void;
  closed(): void;
}

/** Watches a window. Returns a function that stops. */
export const watchWindow = async (
  targetId: string,
  xWindow: XWindow,
  observer: WindowObserver,
): Promise<() => void> => {
  const { cdp } = await runningChromium();
  const connection = await windowConnection();
  const { X, root } = connection;
  const activeWindow = await connection.atom('_NET_ACTIVE_WINDOW');
  const windowName = await connection.atom('_NET_WM_NAME');

  const onXEvent = async ({ name, wid, atom }: XEvent): Promise<void> => {
    if (name === 'PropertyNotify' && wid === root && atom === activeWindow) {
      const [active] = await connection.cardinals(root, '_NET_ACTIVE_WINDOW');
      observer.focused(active === xWindow.wid);
    }
    if (wid !== xWindow.wid) return;
    if (name === 'ConfigureNotify') {
      const bounds = await xWindow.bounds();
      if (!xWindow.isOffScreen(bounds)) observer.moved(bounds);
    }
    if (name === 'PropertyNotify' && atom === windowName) observer.titled();
  };
  const onEvent = (event: XEvent): void => {
    // The window may be closed before its events are handled.
    onXEvent(event).catch(() => undefined);
  };
  const onCloseRequested = (wid: number): void => {
    if (wid === xWindow.wid) observer.closeRequested();
  };
  const onClosed = (target: Cdp.Target.TargetDestroyedEvent): void => {
    if (target.targetId === targetId) observer.closed();
  };
  const eventMask = x11.eventMask.PropertyChange;
  await done((cb) => X.ChangeWindowAttributes(root, { eventMask }, cb));
  X.on('event', onEvent);
  xReports.on('close', onCloseRequested);
  cdp.browser.on('Target.targetDestroyed', onClosed);
  return () => {
    X.off('event', onEvent);
    xReports.off('close', onCloseRequested);
    cdp.browser.off('Target.targetDestroyed', onClosed);
  };
};
