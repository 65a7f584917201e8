/**
 * The durations of the main process, each with its reason. Milliseconds. Those of recognition and
 * dictation are in `core/tuning.ts`. Those of an insertion, which has a thread of its own, are in
 * `insertion/tuning.ts`.
 */
export const mainTuning = {
  // Time itself

  /** A timer this late was delayed by a standstill: a busy machine causes a tenth of that. */
  standstillMs: 200,

  /** After a standstill, queued events are read at once; another process may have to catch up first. */
  afterStandstillMs: 250,

  /** The longest delay that a timer of Node holds. It fires at once after a longer one. */
  longestTimerMs: 2 ** 31 - 1,

  // Start and quit

  /**
   * Windows, tray and storage wait this long for the hotkeys to work. A key watch that does not start
   * must not block them.
   */
  hotkeysFirstMs: 2_000,

  /**
   * The demo server reads a recording of 15 s and cuts it into words, which takes a tenth of a second
   * here.
   */
  demoServerStartTimeoutMs: 10_000,

  /** The service ends a session within 3 s. Nothing else that is slow may keep the app from quitting. */
  quitTimeoutMs: 5_000,

  /**
   * How long the reader of `--print` may read nothing before the app quits without the rest. A pager
   * or a busy program pauses for seconds; a stopped one must not keep the app from quitting for ever.
   */
  unreadOutputMs: 30_000,

  /** How often the app looks, before it ends, whether its output has been read. */
  outputPollMs: 50,

  /**
   * Waits before a microphone or a process that failed is started again. Most failures are over at
   * once; a device that is plugged in again takes a few seconds. No more than these within a minute.
   */
  restartDelaysMs: [100, 1_000, 4_000],

  /** A process that failed this long ago is not part of the present failure. */
  restartWindowMs: 60_000,

  // Profiles

  /**
   * Desktops name the window in front within some milliseconds, a busy one within a tenth of a second. The
   * first words of a dictation wait for that.
   */
  profileTimeoutMs: 400,

  // Microphone and sound

  /** Opening takes 30–200 ms here; with many devices, or a sleeping one, it can take seconds. */
  microphoneOpenTimeoutMs: 5_000,

  /** A device that is gone may stop delivering without an error; chunks come every 50 ms. */
  microphoneStallMs: 1_000,
  /** An output that nothing plays on may deliver the sound of its monitor two seconds at a time. */
  computerSoundStallMs: 5_000,

  /**
   * Before a microphone counts as stalled, main asks the capture process whether it runs: on a machine
   * that is short of processor time the process is late, and so is its answer.
   */
  captureAnswerTimeoutMs: 5_000,

  /** Closing takes 40 ms; an unplugged device can block it forever. */
  microphoneCloseTimeoutMs: 1_000,

  /**
   * No real microphone delivers exact zeros, so one that does is muted or not permitted. Some
   * deliver a few hundred milliseconds of them while they wake up.
   */
  exactSilenceMs: 1_000,

  /** A chunk that is late on a busy machine arrives within this time. A later one was lost. */
  lostSoundWindowMs: 1_000,

  /** Half a syllable. A smaller gap is no loss: the buffers of the device have grown. */
  lostSoundMs: 100,

  /** Time to read one sentence, twice. */
  noticeMs: 8_000,

  /** Time to plug a microphone in again, or to switch a headset on; the session is billed meanwhile. */
  noMicrophoneMs: 30_000,

  /** Plugging in one headset is several events, and a new default, within a few hundred milliseconds. */
  microphonesSettleMs: 500,

  /** A sound server is rarely restarted, and where there is none, each try is a process. */
  soundServerRetryMs: 30_000,

  /** Listing asks every driver once. It runs in the background, so nothing waits for it. */
  listMicrophonesTimeoutMs: 10_000,

  /** As much as a real microphone delivers at once. */
  playbackChunkMs: 25,

  // Connection

  /**
   * With the core's delays between them, some ten minutes: longer than a train takes through a tunnel.
   */
  reconnectAttempts: 80,

  /** `Retry-After` is respected up to this. A longer wait would look like a hang. */
  longestRetryAfterMs: 60_000,

  /** How long before its expiry a session is renewed: time for a pause in which to hand over. */
  renewBeforeExpiryMs: 60_000,

  /**
   * The most sound that may wait in the socket. The service refuses a client that is 5 minutes
   * ahead, so at most that much can be on its way after a reconnection.
   */
  maxUnsentMs: 300_000,

  /** A service that does not answer a close is cut off, because an open socket costs money. */
  closeTimeoutMs: 1_000,

  /**
   * Universal-Streaming formats a final within a few hundred milliseconds; without that the bare
   * words are better than none.
   */
  formattedFinalTimeoutMs: 1_000,

  // Hotkeys and dictation

  /** Loading the library and its first look at the keyboard take 100 ms here. */
  keyWatchStartTimeoutMs: 5_000,

  /** A person who tapped a key and sees nothing for this long presses it again. */
  missedTapMs: 1_500,

  /** A key that stays down is repeated after 660 ms on X11, and a second at most on Windows. */
  repeatDelayMs: 1_100,

  /** After that it repeats every 40 ms, and no usual setting is slower than this. */
  repeatPeriodMs: 120,

  /** A key that stays down repeats more often than this, except for the first time. */
  repeatPauseMs: 300,

  /** The next repeat comes within this time, also at the slowest pace that people choose. */
  repeatFollowsMs: 500,

  /** A dictation this soon after another continues its text: a person who types in between is slower. */
  followsMs: 30_000,

  // Desktops

  /** Services of a desktop answer within milliseconds. Calls that ask the person set their own time. */
  dbusAnswerTimeoutMs: 5_000,

  /** sway answers within milliseconds; one that does not is stuck. */
  swayAnswerTimeoutMs: 2_000,

  /**
   * A page that hangs has no text field that takes anything; one that works answers in a frame, or within
   * seconds on a busy machine. Meanwhile nothing is lost: the text waits.
   */
  textFieldAnswerTimeoutMs: 5_000,

  // Windows

  /** One paint at 60 Hz. Changes within it are sent together. */
  captionFrameMs: 16,

  /** Longer than the gaps between syllables, so that a meter does not flicker while a person speaks. */
  meterHoldMs: 300,

  /**
   * How long the pill waits for the place of the window that has the focus. X11 and sway answer within 4 ms
   * if the machine is not busy, and the pill has 50 ms from the key-down to its first paint. After a late
   * answer it moves.
   */
  focusedDisplayMs: 8,

  /**
   * How often the cost of open sessions is compared with the limit of the month. Two sessions cost less
   * than a fifth of a cent meanwhile.
   */
  spendingCheckMs: 5_000,

  /** How long a notice about the limit of the month is in the captions: as that about a silence. */
  spendingNoticeMs: 60_000,

  /** How long captions stay after they stop: time to read the last words, or to press Copy. */
  captionsLingerMs: 5_000,

  /**
   * How long captions say that their text was copied: time to notice that the clipboard has changed, to read
   * one line and to reach its buttons with the mouse.
   */
  copiedShownMs: 8_000,

  /** A redirected model is shown long enough to be read; the panel shows it permanently. */
  redirectShownMs: 10_000,

  /**
   * How long after a new place a move is sway's, which puts a window that asks for a size into the middle.
   * Nobody drags a window that has just appeared.
   */
  swayPlacesMs: 3_000,

  /** A window that is dragged moves many times. Its place is stored after the last move. */
  draggedMs: 400,

  /** A page that crashed once is back before a person looks for it. */
  firstReloadMs: 500,

  /** A page that crashes on every load must not keep a processor core busy with loading. */
  longestReloadMs: 30_000,

  /** A page that has run for this long does not crash because it was loaded. */
  stablePageMs: 60_000,

  /**
   * The longest wait between two updates of the tray. A day can end while the machine sleeps, and timers
   * do not count that time.
   */
  trayUpdateMs: 3_600_000,

  // Storage

  /**
   * Storing a turn takes a millisecond. A disk that hangs must not keep a turn from being shown,
   * nor the app from ending.
   */
  storeTimeoutMs: 3_000,

  /** The store's thread starts within a second; a busy machine needs longer. */
  storeStartTimeoutMs: 30_000,

  /** A call of the database waits this long for another program that has the file open. */
  databaseBusyTimeoutMs: 1_000,

  /** Texts of an older version are indexed in steps; between two of them, calls are answered. */
  betweenIndexingMs: 10,

  /**
   * The least sound without text that is worth offering after a crash: a syllable takes longer,
   * and the capture process has written a few chunks that main never heard of.
   */
  shortestRecoveryMs: 200,

  /** For how long recordings are kept if the person chose a week. */
  weekMs: 7 * 24 * 60 * 60 * 1_000,

  /** The unit in which the person says how long texts are kept. */
  dayMs: 24 * 60 * 60 * 1_000,

  /**
   * How often old texts and recordings are looked for. A day is the least that a person can choose, so
   * an hour is soon, and leaves time to correct a wrong number.
   */
  betweenSweepsMs: 60 * 60 * 1_000,

  /** A subtitle that is shown for less cannot be read. Cues without times get this length. */
  shortestCueMs: 1_000,

  // Doctor

  /** What the doctor waits for takes a second at most; a busy machine needs longer. */
  doctorStepMs: 10_000,

  /** How often the doctor looks. A person does not notice this delay. */
  doctorPollMs: 20,
} as const;
