import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { failed, ok, type Result } from '#shared/result.ts';
import { isLoopback } from './loopback.ts';

/** What stands between this machine and the service. */
export interface Proxy {
  agent: HttpsProxyAgent<string>;
  /** `host[:port]`; all that may be shown of it. */
  host: string;
}

/**
 * The proxy that HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY name for an address; null where
 * there is none. What is on this machine is never sent through one.
 *
 * @param url a session's address
 */
export function proxyFor(url: string): Result<Proxy | null> {
  const { hostname } = new URL(url);
  // `ws` has no variables of its own: its proxies are those of the HTTP it begins with.
  const found = isLoopback(hostname) ? '' : getProxyForUrl(url.replace(/^ws/i, 'http'));
  if (found === '') return ok(null);
  const proxy = URL.parse(isWithoutScheme(found) ? found.replace(/^\w+/, 'http') : found);
  if (proxy?.protocol !== 'http:' && proxy?.protocol !== 'https:')
    return failed(
      'bad-proxy',
      'HTTPS_PROXY or ALL_PROXY must be an http:// or https:// address. Correct or unset it.',
    );
  return ok({ agent: agentFor(proxy), host: proxy.host });
}

/**
 * The library gives an entry without a scheme that of the address, as if the proxy itself spoke
 * TLS; everybody who writes `proxy:8080` means one that does not.
 */
const isWithoutScheme = (found: string): boolean =>
  /^https?:/.test(found) && !Object.values(process.env).includes(found);

/** The library writes the proxy's address to the log when asked to, so it gets none with a password. */
function agentFor({ protocol, host, username, password }: URL): HttpsProxyAgent<string> {
  const address = `${protocol}//${host}`;
  if (username === '' && password === '') return new HttpsProxyAgent(address);
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return new HttpsProxyAgent(address, {
    headers: { 'Proxy-Authorization': `Basic ${credentials}` },
  });
}

/** A percent sign that stands for itself is taken as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
