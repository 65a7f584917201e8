declare module 'proxy-from-env' {
  /** The proxy that the environment names for an address; empty if it names none. */
  export function getProxyForUrl(url: string): string;
}
