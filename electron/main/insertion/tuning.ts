/** Every duration and size of the insertion, each with its reason. Durations are in milliseconds. */
export const insertionTuning = {
  /**
   * The old clipboard has to be read within this time, or nothing is pasted. A program answers
   * within a few milliseconds; one that converts a large picture, or is paged out, takes longer.
   */
  saveTimeoutMs: 2_000,

  /** The most that is saved of the old clipboard, in bytes: an uncompressed picture of four screens. */
  saveBytes: 128 * 1024 * 1024,

  /**
   * People release a chord within 0.3 s. More time is for those who rest on its modifiers, or have a
   * menu open.
   */
  releaseTimeoutMs: 5_000,

  /** A program that moves the focus within its window has done so by then. */
  focusWithinTimeoutMs: 1_000,

  /** How often the keyboard is checked for held keys. Nobody notices this delay. */
  releasePollMs: 8,

  /**
   * A window manager passes the focus on within some milliseconds. Without another window it never does.
   */
  focusPassesTimeoutMs: 1_500,

  /**
   * While the keyboard passes from one window to another, Windows says for some milliseconds that no
   * window has it. On an empty desktop this time is lost, before a text goes to the clipboard.
   */
  foregroundPassesMs: 250,

  /** How often the focus is read meanwhile. */
  focusPollMs: 15,

  /**
   * A busy target may read the clipboard seconds after the key. Later than this it does not read at all.
   */
  readTimeoutMs: 5_000,

  /**
   * The wait if readers are not reported: programs read within 0.3 s of the key, and people paste other
   * content no sooner than a second after they spoke.
   */
  unseenReadMs: 800,

  /**
   * How often the window that owns the clipboard of Windows handles its messages. A program that pastes
   * waits for that, and nobody notices this delay.
   */
  messagePollMs: 5,

  /**
   * How long messages are handled without a pause, after a copy and after the key. Most programs have
   * read by then.
   */
  hurryMs: 150,

  /** A program that watches the clipboard of Windows and is not known yet has begun to read by then. */
  watchersReadMs: 12,

  /** The same for the first insertion, after which those that run are known. It is lost once. */
  firstWatchersReadMs: 100,

  /**
   * A program that reads within this time may meet the target, on a busy machine at least, so it is waited
   * for from then on. Others wait half a second and more before they read.
   */
  quickWatchersReadMs: 300,

  /**
   * Programs that watch the clipboard and are known have read by then, even if they are busy. It is lost once
   * after the end of such a program.
   */
  knownWatchersReadMs: 1_000,

  /** How often it is checked meanwhile whether they have read. */
  watchersPollMs: 4,

  /**
   * Other programs keep the clipboard of Windows open for milliseconds; one that hangs keeps it forever.
   */
  openClipboardTimeoutMs: 1_000,

  /** How often the clipboard is tried meanwhile. */
  openClipboardPollMs: 10,

  /**
   * The gap between the events of a paste key on macOS, where programs lose events that follow each
   * other faster.
   */
  macEventGapMs: 10,

  /**
   * Chromium reads the text in its own process at once, and again when the page pastes. On a busy machine
   * the page is up to a quarter of a second late. Without the text it would paste the old content or nothing.
   */
  settleMs: 300,

  /** On a busy machine the second read comes later, in proportion to how late the first came. */
  settleFactor: 3,

  /** A target that asks again and again watches the clipboard; it has the text by then. */
  settleTimeoutMs: 1_000,

  /** One part of a long text, in bytes. Requests of the X protocol hold less than 256 KiB. */
  chunkBytes: 128 * 1024,

  /** A reader that stops in the middle of a long text is given up after this. */
  transferTimeoutMs: 10_000,

  /** A clipboard manager takes over at once when the app ends. One that hangs must not keep the app. */
  handOverTimeoutMs: 1_000,

  /**
   * A manager reads one format after the other, a picture within this time. After this silence it is
   * done.
   */
  handOverQuietMs: 300,

  /**
   * Two clipboards that are slow to read, a held key, a target that reads late, a text that is taken over
   * meanwhile and an Enter that waits come to 18 s. After that, the X server no longer answers.
   */
  answerTimeoutMs: 20_000,

  /**
   * The same for the end: a manager may take a dozen formats, but a server that does not answer must not
   * delay it.
   */
  endTimeoutMs: 5_000,

  /**
   * GNOME Shell reads each new content of the clipboard of X at once, and keeps it. A later read is a
   * paste. A shell that is busier than this may still read, and then the reader is not known.
   */
  keeperReadMs: 1_000,

  /**
   * Programs report within some milliseconds whether a window of theirs is in front. A busy one is late.
   */
  accessibilityMs: 500,

  /**
   * A search for the text with the focus asks one level of widgets after the other, and programs answer each
   * within some milliseconds. Texts that come later wait for the search, so a program that hangs must not
   * take longer.
   */
  accessibleSearchMs: 2_000,

  /**
   * A program may update what it reports only after it has deleted a text, within some milliseconds. A busy
   * one is late.
   */
  erasedMs: 1_000,

  /** How often the program is asked meanwhile. */
  erasedPollMs: 15,

  /**
   * KWin reports a shortcut 5 ms after its key. The first key of a portal takes an idle KWin up to 1.5 s,
   * and a busy one more than 2.5 s. Without the report the text would be pasted under held modifiers.
   */
  heldModifiersMs: 10_000,

  /** How often KWin is asked whether modifiers are up: each time a key is pressed. */
  heldModifiersPollMs: 50,

  /** A portal that remembers the permission opens its session within this time; else it asks. */
  permissionMs: 1_000,
} as const;
