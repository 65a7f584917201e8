/** Behind every sample and every id. */
export const noEnd = Number.MAX_SAFE_INTEGER;

const endSample = `coalesce(dictations.end_sample, ${noEnd})`;

/** Joins a dictation with the recordings that hold sound of it. */
export const recordingOfDictation = `recordings.run_id = dictations.run_id
  AND recordings.start_sample < ${endSample}
  AND coalesce(recordings.end_sample, ${noEnd}) > dictations.start_sample`;

/** Joins a dictation with its turns: those that lie in it by their middle. */
export const turnOfDictation = `turns.run_id = dictations.run_id
  AND turns.start_sample < ${endSample}
  AND (turns.start_sample + turns.end_sample) / 2 >= dictations.start_sample
  AND (turns.start_sample + turns.end_sample) / 2 < ${endSample}`;

/** A dictation as it is listed. */
export const dictationColumns = `dictations.id, started_at_ms AS startedAtMs, app, dictations.text,
  is_partial AS isPartial, duration_ms AS durationMs,
  coalesce(outcome, iif(run_id = :runId, 'running', 'interrupted')) AS state,
  EXISTS (SELECT 1 FROM recordings WHERE ${recordingOfDictation}) AS hasSound`;
