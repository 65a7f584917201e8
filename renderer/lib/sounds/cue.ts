import type { DictationStatus } from '#shared/dictation-status.ts';
import type { Snapshot } from '#shared/ipc.ts';
import { sentenceOf } from '#shared/messages/index.ts';
import type { Problem } from '#shared/problem.ts';
import type { Status } from '#shared/status.ts';

/** What a tone tells: listening begins; it is over; something is wrong or was held. */
export type Cue = 'begin' | 'end' | 'trouble';

type Heard = Pick<Snapshot, 'status' | 'problem' | 'dictation'>;

/** Sound comes from the microphone, so that what is said after the tone is heard. */
const isHearing = ({ phase }: Status): boolean => phase === 'listening' || phase === 'reconnecting';

/** A dictation is spoken, or its outcome is not known yet. */
const isUnsettled = ({ phase }: DictationStatus): boolean => phase !== 'idle' && phase !== 'done';

const isSame = (one: Problem, other: Problem | null): boolean =>
  other !== null && sentenceOf(one) === sentenceOf(other);

/** What is to be heard of a change. A dictation is over when it is known what became of it. */
export function cueOf(before: Heard, after: Heard): Cue | null {
  if (after.problem !== null && !isSame(after.problem, before.problem)) return 'trouble';
  const { dictation } = after;
  if (dictation !== before.dictation && dictation.phase === 'done')
    return dictation.outcome === 'held' || dictation.outcome === 'failed' ? 'trouble' : 'end';
  const wasSpeaking = before.dictation.phase === 'speaking';
  const isSpeaking = dictation.phase === 'speaking';
  const isDictating = isUnsettled(dictation);
  const wasDictating = isUnsettled(before.dictation);
  if (isHearing(after.status) && (!isHearing(before.status) || (isSpeaking && !wasSpeaking)))
    return 'begin';
  if (isDictating) return null;
  return wasDictating || (isHearing(before.status) && !isHearing(after.status)) ? 'end' : null;
}
