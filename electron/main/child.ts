/** A process of ours, as its owner sees it. */
export interface Child {
  post(message: unknown): void;
  /** Calls back on every message; what it holds has yet to be parsed. */
  onMessage(callback: (message: unknown) => void): void;
  onExit(callback: () => void): void;
  kill(): void;
}

/** Starts one of our processes, by the name of its entry. */
export type Fork = (entry: 'capture' | 'demo-server' | 'key-watch' | 'wayland') => Child;
