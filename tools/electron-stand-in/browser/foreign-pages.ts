import { windowTag } from '../window/tag.ts';
import type { CdpSession } from './cdp.ts';

/**
 * Closes every page that is not a window of the app. Chromium blocks windows that a script opens, but
 * not a link to a new window. Such a window opens off the screen, as all do, and is closed here.
 */
export const closeForeignPages = (browser: CdpSession): void => {
  const own = new Set<string>();
  const look = ({
    targetInfo,
  }: {
    targetInfo: { type: string; url: string; targetId: string };
  }) => {
    const { type, url, targetId } = targetInfo;
    if (type !== 'page' || own.has(targetId) || url === '' || url === 'about:blank') return;
    if (url.includes(windowTag)) own.add(targetId);
    else browser.send('Target.closeTarget', { targetId }).catch(() => undefined);
  };
  browser.on('Target.targetCreated', look);
  browser.on('Target.targetInfoChanged', look);
};
