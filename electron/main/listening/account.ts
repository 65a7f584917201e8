/** Where sessions go and what opens them. */
export interface Account {
  /** `wss://host[:port]`; `ws:` to loopback only. */
  baseUrl: string;
  key: string;
}
