/** Every duration of the core, each with its reason. Milliseconds. */
export const tuning = {
  /** The shortest frame the service takes, and so the one with the least delay. */
  frameMs: 50,

  /**
   * Sound kept after "stop": people press the key on their last syllable, and PortAudio's own
   * buffers hold some 100 ms that closing the stream would drop.
   */
  tailMs: 150,

  /** A microphone that delivers nothing must not keep a stop waiting for its tail. */
  tailTimeoutMs: 600,

  /** Begin normally takes 1.2–1.3 s; on a slow line the handshake alone can take several. */
  connectTimeoutMs: 10_000,

  /**
   * The final after ForceEndpoint usually takes 0.3 s. With no open turn there may be no answer
   * at all, so this is also how long a stop after silence takes.
   */
  finalTimeoutMs: 1_500,

  /** Termination normally takes 0.6–1.3 s; the socket is closed without it after this. */
  terminationTimeoutMs: 3_000,

  /** Opening takes 30–200 ms here; with many devices, or a sleeping one, it can take seconds. */
  microphoneOpenTimeoutMs: 5_000,

  /** A device that is gone may stop delivering without an error; chunks come every 20 ms. */
  microphoneStallMs: 1_000,

  /** Closing takes 40 ms; a device that is gone can block it for ever. */
  microphoneCloseTimeoutMs: 1_000,

  /**
   * No real microphone delivers exact zeros, so one that does is muted or not permitted. Some
   * deliver a few hundred milliseconds of them while they wake up.
   */
  exactSilenceMs: 1_000,

  /**
   * Waits before a microphone that failed is opened again. Most failures are over at once; a
   * device that is plugged in again takes a few seconds. No more than these within a minute.
   */
  microphoneRestartDelaysMs: [100, 1_000, 4_000],

  /** Time to read one sentence, twice. */
  noticeMs: 8_000,

  /** Listing asks every driver once; it is done aside, so nobody waits for it. */
  listMicrophonesTimeoutMs: 10_000,
} as const;
