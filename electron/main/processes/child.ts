/** A child process of the app. */
export interface Child {
  post(message: unknown): void;
  /** Calls back with every message, which is not parsed yet. */
  onMessage(callback: (message: unknown) => void): void;
  onExit(callback: () => void): void;
  kill(): void;
}

/** Starts a child process by the name of its entry. */
export type Fork = (entry: 'capture' | 'demo-server' | 'key-watch' | 'wayland') => Child;
