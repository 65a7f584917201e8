import type { Protocol } from 'electron';
import { strictly } from './strict.ts';

type Handler = Parameters<Protocol['handle']>[1];

const handlers = new Map<string, Handler>();

/*
 * A scheme cannot be added to Chromium from outside, so each page has an https alias that does not
 * exist: `app://captionkey/x` is `https://captionkey.app.stand-in.invalid/x`. This file answers every
 * request to an alias. The page sees the alias; the main process never does.
 */
const aliasSuffix = '.stand-in.invalid';

/** Chromium's alias for an address of the app. */
export const toAlias = (url: string): string => {
  const { protocol: scheme, host, pathname, search, hash } = new URL(url);
  return handlers.has(scheme.slice(0, -1))
    ? `https://${host}.${scheme.slice(0, -1)}${aliasSuffix}${pathname}${search}${hash}`
    : url;
};

/** The app's address for an alias. */
export const fromAlias = (url: string): string => {
  const alias = /^https:\/\/([^/]+)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/.exec(url);
  return alias ? `${alias[2] ?? ''}://${alias[1] ?? ''}${alias[3] ?? ''}` : url;
};

/** Answers a request to an address of the app. Returns null for other addresses. */
export const answerOwn = async (url: string, init?: RequestInit): Promise<Response | null> => {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler === undefined ? null : handler(new Request(url, init));
};

/** Answers a page's request to an alias. Returns null for other addresses. */
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
