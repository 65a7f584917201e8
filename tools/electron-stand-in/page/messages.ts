/** Messages from the preload's world to the main process. */
export type FromPage =
  | { kind: 'send'; channel: string; args: unknown[] }
  | { kind: 'invoke'; id: number; channel: string; args: unknown[] }
  | { kind: 'preload-error'; message: string };

/** Messages from the main process to the preload's world. */
export type ToPage =
  | { kind: 'message'; channel: string; args: unknown[] }
  | { kind: 'reply'; id: number; failure: string }
  | { kind: 'reply'; id: number; value: unknown };
