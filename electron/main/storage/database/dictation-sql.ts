/** Greater than every sample and every id. */
export const noEnd = Number.MAX_SAFE_INTEGER;

/** Joins a dictation, or a session of captions, with the recordings that hold sound of it. */
export const recordingOf = (table: 'dictations' | 'captions'): string =>
  `recordings.run_id = ${table}.run_id
  AND recordings.start_sample < coalesce(${table}.end_sample, ${noEnd})
  AND coalesce(recordings.end_sample, ${noEnd}) > ${table}.start_sample`;

const endSample = `coalesce(dictations.end_sample, ${noEnd})`;

/** Joins a dictation with its turns: those whose middle is in it. */
export const turnOfDictation = `turns.run_id = dictations.run_id
  AND turns.start_sample < ${endSample}
  AND (turns.start_sample + turns.end_sample) / 2 >= dictations.start_sample
  AND (turns.start_sample + turns.end_sample) / 2 < ${endSample}`;

/** Whether a turn is in a dictation: in the last one that begins before its middle. */
export const isTurnDictated = `coalesce((
  SELECT ${endSample} > (turns.start_sample + turns.end_sample) / 2 FROM dictations
  WHERE dictations.run_id = turns.run_id
    AND dictations.start_sample <= (turns.start_sample + turns.end_sample) / 2
  ORDER BY dictations.start_sample DESC LIMIT 1), 0)`;

/**
 * Whether a recording has sound of a dictation. The recordings of a run follow one another, so it is
 * enough to look at the last one that begins before the dictation's end.
 */
const hasSound = `coalesce((
  SELECT coalesce(recordings.end_sample, ${noEnd}) > dictations.start_sample FROM recordings
  WHERE recordings.run_id = dictations.run_id AND recordings.start_sample < ${endSample}
  ORDER BY recordings.start_sample DESC LIMIT 1), 0)`;

/** The columns of a dictation in a list. */
export const dictationColumns = `dictations.id, started_at_ms AS startedAtMs, app, dictations.text,
  is_partial AS isPartial, duration_ms AS durationMs,
  coalesce(outcome, iif(run_id = :runId, 'running', 'interrupted')) AS state,
  ${hasSound} AS hasSound`;
