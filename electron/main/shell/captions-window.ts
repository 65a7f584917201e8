import { BrowserWindow, screen, type BrowserWindowConstructorOptions } from 'electron';
import { pageUrl } from './app-scheme.ts';
import { reloadAfterCrash } from './reload-after-crash.ts';
import { webPreferences } from './window-security.ts';

const size = { width: 900, height: 124 };
/** Between the captions and the lower edge of the screen. */
const marginPx = 32;

/** On X11 a toolbar is left alone by window managers; on macOS a panel floats over full screen. */
const windowType: Partial<Record<NodeJS.Platform, string>> = { linux: 'toolbar', darwin: 'panel' };

/**
 * The floating captions: above every window, never focused, shown without being activated
 * (platform: caption window). The window is made once and stays, so that it shows in a frame.
 */
export class CaptionsWindow {
  readonly #window: BrowserWindow;

  constructor() {
    const type = windowType[process.platform];
    this.#window = new BrowserWindow({
      ...options,
      ...(type === undefined ? {} : { type }),
    });
    this.#window.setAlwaysOnTop(true, 'screen-saver');
    this.#window.setVisibleOnAllWorkspaces(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    });
  }

  async load(): Promise<void> {
    reloadAfterCrash(this.#window.webContents);
    await this.#window.loadURL(pageUrl('captions'));
  }

  /** Shows the captions where the person works, without taking the focus. */
  show(): void {
    if (this.#window.isVisible()) return;
    this.#window.setBounds(placeOn(screen.getDisplayNearestPoint(screen.getCursorScreenPoint())));
    this.#window.showInactive();
  }

  hide(): void {
    this.#window.hide();
  }
}

const options: BrowserWindowConstructorOptions = {
  ...size,
  title: 'CaptionKey captions',
  show: false,
  frame: false,
  transparent: true,
  backgroundColor: '#00000000',
  hasShadow: false,
  roundedCorners: false,
  resizable: true,
  maximizable: false,
  minimizable: false,
  fullscreenable: false,
  skipTaskbar: true,
  focusable: false,
  alwaysOnTop: true,
  acceptFirstMouse: true,
  webPreferences: { ...webPreferences, backgroundThrottling: false },
};

/** Bottom centre of a display; its work area may begin at negative coordinates. */
function placeOn({ workArea }: Electron.Display): Electron.Rectangle {
  const width = Math.min(size.width, workArea.width);
  return {
    x: workArea.x + Math.round((workArea.width - width) / 2),
    y: workArea.y + workArea.height - size.height - marginPx,
    width,
    height: size.height,
  };
}
