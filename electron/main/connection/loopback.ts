/**
 * Whether a host is this machine.
 *
 * @param hostname a hostname of `URL`, which normalises addresses
 */
export const isLoopback = (hostname: string): boolean =>
  /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
