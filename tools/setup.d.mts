/** Names of Debian packages, grouped by what needs them. */
export declare const systemPackages: Record<
  'build' | 'audio' | 'keys' | 'display' | 'sound' | 'clipboard' | 'peers',
  string[]
>;
/** The folder of the checkout. */
export declare const root: string;
export declare function ensureSystemPackages(names: string[]): void;
