/**
 * The environment variables of the app. The comment above each is its line in docs/settings.md.
 */
export const environment = {
  /** The key to use if none is stored; never written to disk. */
  apiKey: 'ASSEMBLYAI_API_KEY',
  /** Another service address: `wss:` anywhere, `ws:` on your own machine only. */
  streamingUrl: 'CAPTIONKEY_STREAMING_URL',
} as const;
