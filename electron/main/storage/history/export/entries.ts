import type { WholeCaptions } from '../../database/captions-records.ts';
import type { WholeDictation } from '../../database/dictation-records.ts';
import { cuesOf } from './cues.ts';
import type { ExportedCaptions, ExportedDictation } from './document.ts';

export function exportedDictation(dictation: WholeDictation): ExportedDictation {
  const { startedAtMs, app, state, isPartial, text } = dictation;
  const cues = cuesOf(dictation);
  const durationMs = dictation.durationMs ?? cues.at(-1)?.endMs ?? 0;
  return { type: 'dictation', startedAtMs, app, state, durationMs, isPartial, text, cues };
}

/** Each sentence is a line of the text. */
export function exportedCaptions({
  startedAtMs,
  source,
  startSample,
  turns,
}: WholeCaptions): ExportedCaptions {
  const text = turns.map((turn) => turn.text).join('\n');
  const cues = cuesOf({ turns, text, startSample, durationMs: null });
  const durationMs = cues.at(-1)?.endMs ?? 0;
  return { type: 'captions', source, startedAtMs, durationMs, text, cues };
}
