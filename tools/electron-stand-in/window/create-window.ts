import { runningChromium } from '../app/app.ts';
import type { CdpSession } from '../browser/cdp.ts';
import { xReports } from '../x11/thread.ts';
import { windowTag } from './tag.ts';
import { XWindow } from './x-window.ts';

/** The two parts of a window: Chromium's page and the X window. */
export interface NewWindow {
  targetId: string;
  session: CdpSession;
  xWindow: XWindow;
}

/** Opens a window with an empty page. It is not visible yet. */
export const createWindow = async (windowId: number): Promise<NewWindow> => {
  const chromium = await runningChromium();
  const { cdp } = chromium;
  const tag = `${windowTag}${windowId}-`;

  const target = Promise.withResolvers<string>();
  const onTarget = ({
    targetInfo,
  }: {
    targetInfo: { type: string; url: string; targetId: string };
  }) => {
    if (targetInfo.type === 'page' && targetInfo.url.includes(tag))
      target.resolve(targetInfo.targetId);
  };
  const window = Promise.withResolvers<number>();
  const onWindow = ({ wid, className }: { wid: number; className: string }) => {
    if (className.includes(tag)) window.resolve(wid);
  };
  cdp.browser.on('Target.targetCreated', onTarget);
  cdp.browser.on('Target.targetInfoChanged', onTarget);
  xReports.on('window', onWindow);
  try {
    await chromium.openWindow(`data:text/html,<title>${tag}</title>`);
    const [targetId, wid] = await Promise.all([target.promise, window.promise]);
    return { targetId, session: await cdp.attach(targetId), xWindow: await XWindow.of(wid) };
  } finally {
    cdp.browser.off('Target.targetCreated', onTarget);
    cdp.browser.off('Target.targetInfoChanged', onTarget);
    xReports.off('window', onWindow);
  }
};
