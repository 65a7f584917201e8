import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, net, protocol } from 'electron';

const scheme = 'app';
const host = 'captionkey';

/** A page of the app loads only its own scripts and styles, and connects to nothing. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'none'",
].join('; ');

/** The dev server of `npm run dev`. A packaged app ignores the environment. */
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** The origin of the app's pages. No other origin is trusted. */
export const pageOrigin =
  devServer === undefined ? `${scheme}://${host}` : new URL(devServer).origin;

/** A page of the renderer. */
export type Page = 'captions' | 'pill' | 'panel' | 'doctor';

/** The address of a page of the app. */
export const pageUrl = (page: Page): string => `${pageOrigin}/${page}/index.html`;

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * Serves the built renderer, and nothing outside its folder.
 *
 * @param folder the built renderer
 */
export function serveAppScheme(folder: string): void {
  protocol.handle(scheme, async (request) => {
    const file = await fileFor(request.url, folder);
    if (file === null) return new Response('Not found', { status: 404 });
    const response = await net.fetch(pathToFileURL(file).href);
    const headers = new Headers(response.headers);
    headers.set('Content-Security-Policy', contentSecurityPolicy);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(response.body, { status: response.status, headers });
  });
}

async function fileFor(url: string, folder: string): Promise<string | null> {
  const { host: asked, pathname } = new URL(url);
  if (asked !== host) return null;
  try {
    const root = await realpath(folder);
    const file = await realpath(join(root, decodeURIComponent(pathname)));
    // Only files are served: a folder could be answered with its list.
    return file.startsWith(root + sep) && (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
