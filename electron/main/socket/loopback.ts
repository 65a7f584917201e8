/**
 * Whether a host is this machine.
 *
 * @param hostname as `URL` gives it, so that addresses are in their normal form
 */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
