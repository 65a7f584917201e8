import { samplesIn } from '../audio-format.ts';
import { tuning } from '../tuning.ts';

/** Points `[lateMs, cost]` with linear steps between them. */
export type Curve = readonly (readonly [lateMs: number, cost: number])[];

/** The cost of what no measurement has shown. */
const impossible = 20;

/**
 * What the assumptions cost by which words are placed. The assumptions with the lowest sum are taken. A
 * cost is about the logarithm of how seldom the assumption is true: 0.7 for every second time, 2.3 for
 * every tenth, 4.6 for every hundredth. How late words end was measured on the live service; the other costs
 * are those with which simulated sessions keep every word once. Those of `alignment.ts` and
 * {@link turnEnds} are in words instead.
 */
export const weights = {
  impossible,

  /** How late the end of a word is reported, by the share of ends on the live service. */
  laterThan: [
    [70, 0],
    [240, 0.7],
    [700, 2.6],
    [1_344, 4.4],
    [1_500, impossible],
  ] satisfies Curve,
  earlierThan: [
    [-tuning.voiceSlackMs, impossible],
    [70, 6],
    [150, 1.6],
    [240, 0.7],
    [600, 0.1],
    [1_344, 0],
  ] satisfies Curve,
  /** The most that a late turn without times costs: after an outage all turns are late. */
  latestTurn: 1.5,

  /** A turn goes on over a pause: a long one would have ended it. */
  pauseInTurn: [
    { fromMs: tuning.longPauseMs, cost: 4 },
    { fromMs: tuning.clearPauseMs, cost: 2 },
    { fromMs: 0, cost: 1 },
  ],
  /** A turn ended in a pause shorter than a clear one, or where none was found. */
  endInShortPause: 0.75,
  endWithoutPause: 1.5,

  /**
   * Each word that a side of a split has beyond its share of the voice. Without times, only the voice
   * shows on which side a word was, so it costs more.
   */
  timedShare: 0.6,
  untimedShare: 1.2,

  /**
   * The voice that words take, without times: the mean length of a word with the short pause after it,
   * which the last word of a turn does not have; and how much single words and whole turns differ from that,
   * as a logarithm. A cough is voice without a word, so there is a most.
   */
  wordSamples: samplesIn(350),
  gapSamples: samplesIn(150),
  wordSpread: 0.5,
  turnSpread: 0.15,
  mostRate: 8,

  /** A word that a ForceEndpoint cut began at most this long before it, and goes on for at most this long. */
  mostBegunSamples: samplesIn(500),
  mostRestSamples: samplesIn(300),

  /** ForceEndpoint ended no turn. It ends every turn that has a whole word. */
  endsNoTurn: 4,
  /**
   * A final that came after the answer to ForceEndpoint is that of an earlier turn. In a backlog several
   * turns are on their way.
   */
  onItsWay: { inBacklog: 1, live: 4 },
  /** Speech before ForceEndpoint lacks its final, although all of it may be final. */
  lacksFinal: 1,
  /**
   * In a backlog, ForceEndpoint ends all turns before it at once, mostly without a partial. A turn after
   * it mostly has one, unless it is short or another ForceEndpoint ended it.
   */
  partialInBacklog: 1.2,
  noPartialInBacklog: 0.8,
  /** A partial was on its way when ForceEndpoint was sent, which is answered with a final. */
  partialOnItsWay: 2,
  /**
   * The answer to ForceEndpoint took longer than the usual 0.3 s, per second. A line that is held up may
   * take any time, so there is a most.
   */
  lateAnswer: { usualSamples: samplesIn(300), perSecond: 2, most: 2 },
  /** A turn after ForceEndpoint ended while the voice went on. */
  endsInSpeech: 6,
} as const;

/** What ends of turns cost when a turn is recognised again, in words like `alignment.ts`. */
export const turnEnds = {
  /**
   * A turn ends elsewhere than before: within a known turn, or after the pause that ended one. It
   * outweighs the times of two misheard words, and costs less than one misheard word.
   */
  other: 0.7,
  /** Another session is cut up to a frame later, so one word more may be before the cut. */
  laterCut: 0.35,
} as const;
