import type { Protocol as Cdp } from 'devtools-protocol';
import type { Rectangle } from 'electron';
import x11, { type XEvent } from 'x11';
import { runningChromium } from '../app/app.ts';
import { done } from '../../desktop-harness/x11/connection.ts';
import { xReports } from '../x11/thread.ts';
import { windowConnection, type XWindow } from './x-window.ts';

/** What happens to a window from outside. */
export interface WindowObserver {
  /** The title that is shown has changed: Chromium writes the page's whenever that does. */
  titled(): void;
  moved(bounds: Rectangle): void;
  focused(isFocused: boolean): void;
  /** The window manager asks it to close, which it need not. */
  closeAsked(): void;
  closed(): void;
}

/** Follows a window until the function that is returned is called. */
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
    // The window may be gone before its events have been dealt with.
    onXEvent(event).catch(() => undefined);
  };
  const onCloseAsked = (wid: number): void => {
    if (wid === xWindow.wid) observer.closeAsked();
  };
  const onClosed = (target: Cdp.Target.TargetDestroyedEvent): void => {
    if (target.targetId === targetId) observer.closed();
  };
  const eventMask = x11.eventMask.PropertyChange;
  await done((cb) => X.ChangeWindowAttributes(root, { eventMask }, cb));
  X.on('event', onEvent);
  xReports.on('close', onCloseAsked);
  cdp.browser.on('Target.targetDestroyed', onClosed);
  return () => {
    X.off('event', onEvent);
    xReports.off('close', onCloseAsked);
    cdp.browser.off('Target.targetDestroyed', onClosed);
  };
};
