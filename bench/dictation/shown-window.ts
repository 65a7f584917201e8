import x11 from 'x11';
import { connectX, done } from '../../tools/desktop-harness/x11/connection.ts';
import { waitForWindow } from '../../tools/desktop-harness/windows.ts';
import { nowMs } from '../clock.ts';

/** Tracks when a window was last shown. Frames painted while it is hidden are not visible. */
export interface ShownWindow {
  isShown(): boolean;
  shownAtMs(): number;
  stop(): void;
}

/** Rejects if no window of that title is shown in time. */
export async function watchShownWindow(display: string, title: string): Promise<ShownWindow> {
  const { wid } = await waitForWindow(display, title);
  const connection = await connectX(display);
  const { X } = connection;
  let isShown = true;
  let shownAtMs = nowMs();
  X.on('event', (event) => {
    if (event.wid !== wid) return;
    if (event.name === 'MapNotify') [isShown, shownAtMs] = [true, nowMs()];
    if (event.name === 'UnmapNotify') isShown = false;
  });
  const { StructureNotify: eventMask } = x11.eventMask;
  await done((cb) => X.ChangeWindowAttributes(wid, { eventMask }, cb));
  return { isShown: () => isShown, shownAtMs: () => shownAtMs, stop: () => connection.close() };
}
