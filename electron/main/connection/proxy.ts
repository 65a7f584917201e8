import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import { problem } from '#shared/problem.ts';
import { failed, ok, type Result } from '#shared/result.ts';
import { isLoopback } from './loopback.ts';

/** The proxy between this machine and the service. */
export interface Proxy {
  agent: HttpsProxyAgent<string>;
  /** `host[:port]`, the only part that may be shown. */
  host: string;
}

/**
 * The proxy that HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY name for an address; null if they name
 * none. Addresses of this machine never use a proxy.
 *
 * @param url a session's address
 */
export function proxyFor(url: string): Result<Proxy | null> {
  const { hostname } = new URL(url);
  // `ws` has no variables of its own. It uses the proxies of HTTP, with which it begins.
  const found = isLoopback(hostname) ? '' : getProxyForUrl(url.replace(/^ws/i, 'http'));
  if (found === '') return ok(null);
  const proxy = URL.parse(isWithoutScheme(found) ? found.replace(/^\w+/, 'http') : found);
  if (proxy?.protocol !== 'http:' && proxy?.protocol !== 'https:')
    return failed(problem('bad-proxy', {}));
  return ok({ agent: agentFor(proxy), host: proxy.host });
}

/**
 * The library gives an entry without a scheme the scheme of the address, as if the proxy itself spoke
 * TLS. People who write `proxy:8080` mean one that does not.
 */
const isWithoutScheme = (found: string): boolean =>
  /^https?:/.test(found) && !Object.values(process.env).includes(found);

/** The library can log the proxy's address, so it gets one without a password. */
function agentFor({ protocol, host, username, password }: URL): HttpsProxyAgent<string> {
  const address = `${protocol}//${host}`;
  if (username === '' && password === '') return new HttpsProxyAgent(address);
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString('base64');
  return new HttpsProxyAgent(address, {
    headers: { 'Proxy-Authorization': `Basic ${credentials}` },
  });
}

/** A percent sign that encodes nothing stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
