import { join } from 'node:path';
import { app } from 'electron';

/** The folders of the person's files and of the app's own. */
export const folders = {
  get userData(): string {
    return app.getPath('userData');
  },
  renderer: join(import.meta.dirname, '../renderer'),
  get demo(): string {
    return join(resources(), 'demo');
  },
  /** The images of the tray. */
  get tray(): string {
    return join(resources(), 'tray');
  },
};

/** Beside the app in a package, and in the project otherwise. */
const resources = (): string =>
  join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');
