import type { Protocol } from 'electron';
import { strictly } from './strict.ts';

type Handler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, Handler>();

/*
 * Chromium cannot be taught a scheme from outside, so its pages are at an https address that
 * exists nowhere: `app://captionkey/x` at `https://captionkey.app.stand-in.invalid/x`. Every
 * request to it is answered here. The page sees that address; the main process never does.
 */
const aliasSuffix = '.stand-in.invalid';

/** The address Chromium knows for one of the app's. */
export const toAlias = (url: string): string => {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url);
  return handlers.has(scheme.slice(0, -1))
    ? `https://${host}.${scheme.slice(0, -1)}${aliasSuffix}${pathname}${search}${hash}`
    : url;
};

/** The app's own address for one of Chromium's. */
export const fromAlias = (url: string): string => {
  const alias = /^https:\/\/([^/]+)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/.exec(url);
  return alias ? `${alias[2] ?? ''}://${alias[1] ?? ''}${alias[3] ?? ''}` : url;
};

/** Answers a request for one of the app's own addresses, or nothing where it is for the network. */
export const answerOwn = async (url: string, init?: RequestInit): Promise<Response | null> => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler === undefined ? null : handler(new Request(url, init));
};

/** Answers a request of a page likewise. */
export const answerRequest = async (url: string, init: RequestInit): Promise<Response | null> => {
  const own = fromAlias(url);
  return own === url ? null : answerOwn(own, init);
};

export const protocol = strictly<Protocol>('protocol', {
  // The alias is standard, secure and supports fetch; other privileges would have no effect.
  registerSchemesAsPrivileged: (schemes) => {
    const supported = new Set(['standard', 'secure', 'supportFetchAPI']);
    for (const { privileges = {} } of schemes)
      for (const [name, isWanted] of Object.entries(privileges))
        if (isWanted && !supported.has(name))
          throw new Error(`electron stand-in: the privilege ${name} is not implemented`);
  },
  handle: (scheme, handler) => {
    if (handlers.has(scheme)) throw new Error(`The scheme ${scheme} is already handled.`);
    handlers.set(scheme, handler);
  },
  unhandle: (scheme) => void handlers.delete(scheme),
  isProtocolHandled: (scheme) => handlers.has(scheme),
});
