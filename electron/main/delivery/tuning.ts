/** Every duration and size of the delivery, each with its reason. Milliseconds unless told. */
export const deliveryTuning = {
  /**
   * The old clipboard has to be read within this time, or nothing is pasted. A program answers
   * within a few milliseconds; one that converts a large picture, or is paged out, takes longer.
   */
  saveTimeoutMs: 2_000,

  /** What is kept of the old clipboard, in bytes: an uncompressed picture of four screens. */
  saveBytes: 128 * 1024 * 1024,

  /**
   * People let go of a chord within 0.3 s; who rests on its modifiers, or has a menu open, is given a
   * moment more.
   */
  releaseTimeoutMs: 5_000,

  /** A program that moves the focus about within its window has done so by then. */
  focusWithinTimeoutMs: 1_000,

  /** How often the keyboard is asked whether the keys are up: less than anybody notices. */
  releasePollMs: 8,

  /**
   * A window manager hands the focus on within some milliseconds; where there is no other window, it
   * never does.
   */
  focusPassesTimeoutMs: 1_500,

  /** How often it is asked who has the focus meanwhile. */
  focusPollMs: 15,

  /** A busy target may read the clipboard seconds after the key; after this it will not. */
  readTimeoutMs: 5_000,

  /**
   * Where nobody can see who reads: programs read within 0.3 s of the key, and people paste something
   * else no sooner than a second after they spoke.
   */
  unseenReadMs: 800,

  /** Targets that read twice do so at once: the kinds of content first, then the text. */
  settleMs: 120,

  /** A target that asks again and again watches the clipboard; it has the text by then. */
  settleTimeoutMs: 1_000,

  /** One part of a long text, in bytes. Requests of the X protocol hold less than 256 KiB. */
  chunkBytes: 128 * 1024,

  /** Who takes the parts of a long text and then stops is given up after this. */
  transferTimeoutMs: 10_000,

  /** A clipboard manager takes over at once when we end; one that hangs must not keep us. */
  handOverTimeoutMs: 1_000,

  /** A manager reads one format after the other, a picture within this; then it is done. */
  handOverQuietMs: 300,

  /**
   * Two clipboards that are slow to read, a held key, a target that reads late and a text that is
   * taken over meanwhile come to 17 s; behind that is an X server that no longer answers.
   */
  answerTimeoutMs: 20_000,

  /** The same for the end: a manager that takes a dozen formats is waited for, a server is not. */
  endTimeoutMs: 5_000,
} as const;
