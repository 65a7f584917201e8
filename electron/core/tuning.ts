/** Every duration of the core, each with its reason. Milliseconds. */
export const tuning = {
  /** The shortest frame the service takes, and so the one with the least delay. */
  frameMs: 50,

  /**
   * Sound kept after "stop": people press the key on their last syllable, and PortAudio's own
   * buffers hold some 100 ms that closing the stream would drop.
   */
  tailMs: 150,

  /**
   * Where somebody still speaks at the end of the tail, it goes on until they pause, for so much longer
   * at most: a number or a name that is cut in two is recognised worse.
   */
  tailExtensionMs: 300,

  /**
   * Such a pause. Less than the tail lacks behind the click of the key that ended it, so that where
   * nobody speaks any more nothing is added.
   */
  tailPauseMs: 75,

  /** People begin to speak up to some 300 ms before the key is down, soft beginnings before that. */
  preRollMs: 500,

  /** A microphone that delivers nothing must not keep a stop waiting for its tail. */
  tailTimeoutMs: 900,

  /** Begin normally takes 1.2–1.3 s; on a slow line the handshake alone can take several. */
  connectTimeoutMs: 10_000,

  /**
   * The final after ForceEndpoint usually takes 0.3 s. With no open turn there may be no answer
   * at all, so this is also how long a stop after silence takes.
   */
  finalTimeoutMs: 1_500,

  /**
   * Where a dictation has voice that no final covers, finals are waited for so many times more: a
   * line on which nothing comes any more is given up only after the stall timeout and one more ping,
   * 12 s, and then its sound is sent again. A later final ends the wait.
   */
  finalWaits: 8,

  /**
   * Universal-Streaming formats a final within a few hundred milliseconds; without that the bare
   * words are better than none.
   */
  formattedFinalTimeoutMs: 1_000,

  /**
   * For what is likely no word, such as the click of the key, no longer than the service usually
   * takes to answer ForceEndpoint: p50 some 270 ms. Then the line is asked whether it lives, which
   * takes the way there and back.
   */
  likelyFinalTimeoutMs: 400,

  /** Termination normally takes 0.6–1.3 s; the socket is closed without it after this. */
  terminationTimeoutMs: 3_000,

  /**
   * Waits before a lost session is tried again, each with up to half of itself added at random. A
   * dropped line is often back at once; a network that is away costs little to ask for.
   */
  reconnectDelaysMs: [250, 500, 1_000, 2_000, 4_000, 8_000],

  /** `Retry-After` is followed up to this; nobody waits longer without a sign. */
  longestRetryAfterMs: 60_000,

  /** With the delays above, some ten minutes: longer than a train takes through a tunnel. */
  reconnectAttempts: 80,

  /** Sessions that break off while they end are asked for their last words so often. */
  confirmAttempts: 8,

  /** The shortest time without voice in which a new session may begin: words have shorter gaps. */
  silenceMs: 300,

  /**
   * The service reports the end of a word up to so late (protocol: semantics), measured on the live
   * service.
   */
  wordEndLateMs: 1_350,

  /**
   * After so long a silence every word is final: longer than the longest silence within a turn, and
   * than a dead line goes unnoticed.
   */
  quietMs: 25_000,

  /** The service ends a turn after a minute (protocol: turns), as far as word times can tell. */
  cappedTurnMs: 57_000,

  /** And mostly so late: the median of the same measurement. */
  wordEndMostlyLateMs: 240,

  /** The service reports the beginning of a word up to so early (protocol: semantics). */
  wordStartEarlyMs: 1_000,

  /** People hold a key for at least so long when they mean to; a tap is mostly under 150 ms. */
  tapMs: 250,

  /**
   * Another key so soon after a modifier makes a shortcut of the two. Who holds the modifier for
   * longer speaks by then, and may well type.
   */
  shortcutMs: 500,

  /** Nobody holds a key for so long; where it cannot be asked, nothing else ends a lost release. */
  longestHoldMs: 300_000,

  /** A dictation that was latched and forgotten must not listen all night. */
  longestLatchMs: 3_600_000,

  /** Time to see that it was cancelled, and to change one's mind. */
  undoMs: 6_000,

  /** Long enough to be seen, short enough not to stand in the way. */
  deliveredShownMs: 1_200,

  /** What is dictated so soon after is taken to follow it: who typed meanwhile is slower. */
  followsMs: 30_000,

  /** As short as words are; in its middle such a word belongs to one dictation and no other. */
  shortWordMs: 200,

  /** How far voice by loudness and the words of the service disagree: soft endings, breath. */
  voiceSlackMs: 60,

  /** Sound sent before the first voice: soft beginnings of words are no voice yet. */
  replayLeadMs: 1_000,

  /** A final this near to a ForceEndpoint may have been cut by it in the middle of speech. */
  forcedFinalMs: 1_000,

  /**
   * Voice so near behind the last final word is likely no word: the key that ends a dictation
   * clicks there, or a breath is heard.
   */
  finalCoversMs: 500,

  /** The click of a key or a mouse fills one or two chunks of 25 ms; words are longer. */
  clickMs: 75,

  /**
   * How much is held for replay: the service takes five minutes in one go and refuses more
   * (protocol: errors and limits). What is older is in the recording.
   */
  heldMs: 270_000,

  /** Live words may be so far behind: a backlog that is longer gets a session of its own. */
  longestLagMs: 3_000,

  /**
   * How fast sound that waited is sent (protocol: pace). Each time that the service refuses a session
   * because of its rate, the next one is slower; the last is as fast as people speak.
   */
  paces: [
    { burstMs: 3_000, rate: 1.25 },
    { burstMs: 1_000, rate: 1.1 },
    { burstMs: 500, rate: 1 },
  ],

  /**
   * The first words come within a second or three. When so much voice has had no answer for so long,
   * the service does not recognise any.
   */
  unansweredMs: 15_000,
  unansweredVoiceMs: 5_000,

  /** How often a backlog goes on where nothing is captured any more: some frames at a time. */
  paceTickMs: 200,

  /** How often a backlog that gave its session up for live speech asks whether that is over. */
  yieldedMs: 2_000,

  /** Renewing this long before a session's end leaves time for a pause to do it in. */
  renewBeforeExpiryMs: 60_000,

  /** Often enough to keep routers from forgetting the connection; a few bytes each. */
  pingIntervalMs: 3_000,

  /**
   * A line on which nothing comes for so long is given up: three pings lost are no hiccup, while
   * changing from one network to another takes a few seconds. Sound is kept meanwhile.
   */
  stallTimeoutMs: 9_000,

  /**
   * Sound that waits to get into the network. The service refuses a client that is 5 minutes
   * ahead, so that much can rightly be on its way after a reconnection, and no more.
   */
  maxUnsentMs: 300_000,

  /** Opening takes 30–200 ms here; with many devices, or a sleeping one, it can take seconds. */
  microphoneOpenTimeoutMs: 5_000,

  /** A device that is gone may stop delivering without an error; chunks come every 50 ms. */
  microphoneStallMs: 1_000,

  /** Closing takes 40 ms; a device that is gone can block it for ever. */
  microphoneCloseTimeoutMs: 1_000,

  /**
   * No real microphone delivers exact zeros, so one that does is muted or not permitted. Some
   * deliver a few hundred milliseconds of them while they wake up.
   */
  exactSilenceMs: 1_000,

  /**
   * Waits before a microphone or a process that failed is started again. Most failures are over at
   * once; a device that is plugged in again takes a few seconds. No more than these within a minute.
   */
  restartDelaysMs: [100, 1_000, 4_000],

  /** A chunk that is late on a busy machine is made up for within this, or it was lost. */
  lostSoundWindowMs: 1_000,

  /** Half a syllable. Less is no loss but a device whose own buffers have grown. */
  lostSoundMs: 100,

  /** Time to read one sentence, twice. */
  noticeMs: 8_000,

  /** Plugging in one headset is several events, and a new default, within a few hundred milliseconds. */
  microphonesSettleMs: 500,

  /** A sound server is rarely restarted, and where there is none, each try is a process. */
  soundServerRetryMs: 30_000,

  /** Listing asks every driver once; it is done aside, so nobody waits for it. */
  listMicrophonesTimeoutMs: 10_000,

  /**
   * Storing a turn takes a millisecond. A disk that hangs must not keep a turn from being shown,
   * nor the app from ending.
   */
  storeTimeoutMs: 3_000,

  /**
   * How long the reader of `--print` may take nothing before the app quits without the rest. A pager
   * or a busy program pauses for seconds; a stopped one must not keep the app from quitting for ever.
   */
  unreadOutputMs: 30_000,

  /** Loading the library and its first look at the keyboard take 100 ms here. */
  keyWatchStartTimeoutMs: 5_000,

  /**
   * Windows, tray and storage wait this long for the hotkeys to be heard. A key watch that does not
   * start must not keep them away.
   */
  hotkeysFirstMs: 2_000,

  /** Who has tapped a key and sees nothing for so long presses it again. */
  missedTapMs: 1_500,

  /** A timer that is so late was held up by a standstill: a busy machine takes a tenth of that. */
  standstillMs: 200,

  /** What came in a standstill is read at once; another process may have to catch up first. */
  afterStandstillMs: 250,

  /** A key that stays down is repeated after 660 ms on X11, and a second at most on Windows. */
  repeatDelayMs: 1_100,

  /** And then every 40 ms; more slowly than this at no setting that people use. */
  repeatPeriodMs: 120,

  /**
   * How often it is asked whether a key that is held is still down. A release that gets lost is
   * thus found twice within the second for which nobody may be listened to any more.
   */
  holdCheckMs: 250,

  /**
   * How often a process of the app asks whether main is still there. The microphone of an orphan is
   * thus off well within a second.
   */
  parentCheckMs: 500,

  /**
   * The least sound without text that is worth offering after a crash: a syllable takes longer,
   * and the capture process has written a few chunks that main never heard of.
   */
  shortestRecoveryMs: 200,
} as const;
