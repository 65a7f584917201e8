/** What the preload's world posts to the main process. */
export type FromPage =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'preload-error'; message: string };

/** What the main process calls the preload's world with. */
export type ToPage =
  | { kind: 'message'; channel: string; args: unknown[] }
  | { kind: 'reply'; id: number; failure: string }
  | { kind: 'reply'; id: number; value: unknown };
