/** Every duration of the core, each with its reason. Milliseconds, unless a name says seconds. */
export const tuning = {
  /** The shortest frame the service takes, and so the one with the least delay. */
  frameMs: 50,

  /**
   * Sound kept after "stop": people press the key on their last syllable, and PortAudio's own
   * buffers hold some 100 ms that closing the stream would drop.
   */
  tailMs: 150,

  /**
   * If speech goes on at the end of the tail, the tail goes on to the next pause, by this much longer
   * at most: a number or a name that is cut in two is recognised less well.
   */
  tailExtensionMs: 300,

  /**
   * The pause that ends an extended tail. It is shorter than the rest of the tail after the click of the
   * key, so that silence extends nothing.
   */
  tailPauseMs: 75,

  /** People begin to speak up to some 300 ms before the key is down, soft beginnings before that. */
  preRollMs: 500,

  /** A microphone that delivers nothing must not keep a stop waiting for its tail. */
  tailTimeoutMs: 900,

  /** Begin normally takes 1.2–1.3 s; on a slow network the handshake alone can take several seconds. */
  connectTimeoutMs: 10_000,

  /**
   * The final after ForceEndpoint usually takes 0.3 s. With no open turn there may be no answer
   * at all, so this is also how long a stop after silence takes.
   */
  finalTimeoutMs: 1_500,

  /**
   * How many more waits for finals a dictation gets if some voice has no final. A dead connection is
   * given up only after the stall timeout and one more ping, 12 s, and then its sound is sent again. A
   * later final ends the wait.
   */
  finalWaits: 8,

  /**
   * The wait for voice that is likely no word, such as the click of the key: the usual time of an answer
   * to ForceEndpoint, whose median is some 270 ms. Then a ping checks the connection, which takes one
   * round trip.
   */
  likelyFinalTimeoutMs: 400,

  /** Termination normally takes 0.6–1.3 s; the socket is closed without it after this. */
  terminationTimeoutMs: 3_000,

  /**
   * Waits before a lost session is tried again, each with up to half of itself added at random. A
   * dropped line is often back at once; a network that is away costs little to ask for.
   */
  reconnectDelaysMs: [250, 500, 1_000, 2_000, 4_000, 8_000],

  /** How many lost sessions, after Terminate, are followed by another that confirms the last words. */
  confirmAttempts: 8,

  /** The shortest time without voice in which a new session may begin: words have shorter gaps. */
  silenceMs: 300,

  /**
   * The service reports the end of a word at most this late, as measured on the live service.
   */
  wordEndLateMs: 1_350,

  /** The service ends most turns at a pause this long. A pause within a turn is mostly shorter. */
  longPauseMs: 1_000,

  /** Some turns end at a pause this long. Gaps between the words of a sentence are shorter. */
  clearPauseMs: 400,

  /**
   * After a silence this long every word is final. It is longer than the longest silence within a turn,
   * and longer than a dead connection stays undetected.
   */
  quietMs: 25_000,

  /** The service ends a turn after a minute. By inexact word times it may be a little shorter. */
  cappedTurnMs: 57_000,

  /** The service reports the beginning of a word at most this early. */
  wordStartEarlyMs: 1_000,

  /** A deliberate hold takes at least this long; a tap is mostly under 150 ms. */
  tapMs: 250,

  /**
   * Another key this soon after a modifier makes a shortcut of the two. A person who holds the modifier
   * for longer is dictating, and may type meanwhile.
   */
  shortcutMs: 500,

  /** No person holds a key this long. If the key state cannot be read, only this ends a lost release. */
  longestHoldMs: 300_000,

  /** A dictation that was latched and forgotten must not listen all night. */
  longestLatchMs: 3_600_000,

  /** Time to notice a cancellation and to undo it. */
  undoMs: 6_000,

  /** Long enough to notice, and short enough not to be in the way. */
  insertedShownMs: 1_200,

  /** A problem has to be read and understood. */
  problemShownMs: 12_000,

  /** How far voice by loudness and the words of the service disagree: soft endings, breath. */
  voiceSlackMs: 60,

  /** Sound sent before the first voice: soft beginnings of words are no voice yet. */
  replayLeadMs: 1_000,

  /** A word may begin this long before it is voice: the "h" of "hold" takes up to some 120 ms. */
  softBeginningMs: 125,

  /** A final this near to a ForceEndpoint may have been cut by it in the middle of speech. */
  forcedFinalMs: 1_000,

  /**
   * Voice this soon after the last final word is likely no word, but a breath or the click of the key
   * that ends a dictation.
   */
  finalCoversMs: 500,

  /** The click of a key or a mouse fills one or two chunks of 25 ms; words are longer. */
  clickMs: 75,

  /**
   * How much sound is held for replay: the service accepts five minutes at once and refuses
   * more. Older sound is in the recording.
   */
  heldMs: 270_000,

  /** Live words may lag this far: a backlog that is longer gets a session of its own. */
  longestLagMs: 3_000,

  /**
   * How fast sound that waited is sent. Each time that the service refuses a session
   * because of its rate, the next one is slower; the last one is real time.
   */
  paces: [
    { burstMs: 3_000, rate: 1.25 },
    { burstMs: 1_000, rate: 1.1 },
    { burstMs: 500, rate: 1 },
  ],

  /**
   * The first words arrive within one to three seconds. If this much voice has had no answer for this
   * long, the service does not recognise any.
   */
  unansweredMs: 15_000,
  unansweredVoiceMs: 5_000,

  /** How often frames of a backlog are sent after capturing has stopped. */
  paceTickMs: 200,

  /** A person who wants captions to go on without speech has time to say so. */
  quietWarningMs: 60_000,

  /** How often a backlog that gave its session up checks whether live speech is over. */
  yieldedMs: 2_000,

  /**
   * The service ends a session without sound this much later than the app does. It matters only if the
   * app's own timer fails.
   */
  inactivityMarginSeconds: 5,

  /** Often enough to keep routers from forgetting the connection; a few bytes each. */
  pingIntervalMs: 3_000,

  /**
   * A connection without data for this long is given up. Three lost pings are no hiccup, while
   * a change of the network takes a few seconds. Sound is kept meanwhile.
   */
  stallTimeoutMs: 9_000,

  /**
   * How often the app checks whether a held key is still down. A lost release must end the recording
   * within a second, and this leaves time for more than one check.
   */
  holdCheckMs: 250,

  /**
   * How often a child process checks whether main still runs, so that an orphan closes the microphone
   * well within a second.
   */
  parentCheckMs: 500,

  /** After such a pause people begin another thought, or another person speaks: captions begin a line. */
  lineEndPauseMs: 2_000,
} as const;
