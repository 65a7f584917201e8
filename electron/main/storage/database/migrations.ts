/** `search_text` and `search_grams` are functions that `openDatabase` adds to SQLite. */
const searchable = (table: string, one: string): string => `
  ALTER TABLE ${table} ADD COLUMN search_text TEXT;
  CREATE INDEX unindexed_${table} ON ${table} (id) WHERE search_text IS NULL;
  CREATE VIRTUAL TABLE ${one}_grams USING fts5 (
    grams,
    content = '',
    detail = none,
    columnsize = 0,
    tokenize = 'ascii'
  );
  INSERT INTO ${one}_grams (${one}_grams, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER ${one}_added AFTER INSERT ON ${table} BEGIN
    UPDATE ${table} SET search_text = search_text(new.text) WHERE id = new.id;
  END;
  CREATE TRIGGER ${one}_rewritten AFTER UPDATE OF text ON ${table} BEGIN
    UPDATE ${table} SET search_text = search_text(new.text) WHERE id = new.id;
  END;
  CREATE TRIGGER ${one}_indexed AFTER UPDATE OF search_text ON ${table} BEGIN
    INSERT INTO ${one}_grams (${one}_grams, rowid, grams)
    SELECT 'delete', old.id, search_grams(old.search_text) WHERE old.search_text IS NOT NULL;
    INSERT INTO ${one}_grams (rowid, grams) VALUES (new.id, search_grams(new.search_text));
  END;
  CREATE TRIGGER ${one}_removed AFTER DELETE ON ${table} WHEN old.search_text IS NOT NULL BEGIN
    INSERT INTO ${one}_grams (${one}_grams, rowid, grams)
    VALUES ('delete', old.id, search_grams(old.search_text));
  END;`;

/**
 * The steps from an empty database to the current one. `user_version` counts those that were taken. A
 * released step never changes; each change is another step.
 */
export const migrations = [
  `
  CREATE TABLE recordings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL,
    path TEXT NOT NULL UNIQUE,
    started_at_ms INTEGER NOT NULL,
    start_sample INTEGER NOT NULL,
    settled_to_sample INTEGER NOT NULL,
    end_sample INTEGER,
    is_kept INTEGER NOT NULL DEFAULT 0
  ) STRICT;

  CREATE TABLE turns (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recording_id INTEGER REFERENCES recordings ON DELETE SET NULL,
    start_sample INTEGER NOT NULL,
    end_sample INTEGER NOT NULL,
    text TEXT NOT NULL,
    language TEXT,
    created_at_ms INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX turns_by_recording ON turns (recording_id);

  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    started_at_ms INTEGER NOT NULL,
    model TEXT NOT NULL,
    host TEXT NOT NULL,
    audio_seconds REAL NOT NULL,
    session_seconds REAL NOT NULL,
    is_estimated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX sessions_by_start ON sessions (started_at_ms);

  CREATE VIRTUAL TABLE turn_words USING fts5 (
    text,
    content = 'turns',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
  );
  INSERT INTO turn_words (turn_words, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER turn_saved AFTER INSERT ON turns BEGIN
    INSERT INTO turn_words (rowid, text) VALUES (new.id, new.text);
  END;
  CREATE TRIGGER turn_deleted AFTER DELETE ON turns BEGIN
    INSERT INTO turn_words (turn_words, rowid, text) VALUES ('delete', old.id, old.text);
  END;
  `,
  // A turn is found by its run and its samples after its recording was deleted. An unfinished dictation
  // takes each new turn into its text, so that neither a crash nor a recovery loses one.
  `
  ALTER TABLE turns ADD COLUMN run_id TEXT;
  UPDATE turns SET run_id = (SELECT run_id FROM recordings WHERE id = recording_id);
  CREATE INDEX turns_by_run ON turns (run_id, start_sample);
  CREATE INDEX recordings_by_run ON recordings (run_id, start_sample);

  CREATE TABLE dictations (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL,
    app TEXT,
    start_sample INTEGER NOT NULL,
    end_sample INTEGER,
    duration_ms INTEGER,
    text TEXT NOT NULL DEFAULT '',
    is_partial INTEGER NOT NULL DEFAULT 0,
    outcome TEXT
  ) STRICT;
  CREATE INDEX unfinished_dictations ON dictations (run_id) WHERE end_sample IS NULL;

  CREATE VIRTUAL TABLE dictation_words USING fts5 (
    text,
    content = 'dictations',
    content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3'
  );
  INSERT INTO dictation_words (dictation_words, rank) VALUES ('secure-delete', 1);
  CREATE TRIGGER dictation_begun AFTER INSERT ON dictations BEGIN
    INSERT INTO dictation_words (rowid, text) VALUES (new.id, new.text);
  END;
  CREATE TRIGGER dictation_deleted AFTER DELETE ON dictations BEGIN
    INSERT INTO dictation_words (dictation_words, rowid, text)
    VALUES ('delete', old.id, old.text);
  END;
  CREATE TRIGGER dictation_retold AFTER UPDATE OF text ON dictations BEGIN
    INSERT INTO dictation_words (dictation_words, rowid, text)
    VALUES ('delete', old.id, old.text);
    INSERT INTO dictation_words (rowid, text) VALUES (new.id, new.text);
  END;
  CREATE TRIGGER turn_dictated AFTER INSERT ON turns BEGIN
    UPDATE dictations SET text = (
      SELECT group_concat(text, ' ') FROM (
        SELECT turns.text FROM turns
        WHERE turns.run_id = dictations.run_id
          AND (turns.start_sample + turns.end_sample) / 2 >= dictations.start_sample
        ORDER BY turns.start_sample, turns.id))
    WHERE run_id = new.run_id AND end_sample IS NULL
      AND (new.start_sample + new.end_sample) / 2 >= start_sample;
  END;
  `,
  // A search finds any part of a word in any script. Existing texts are indexed in steps once the file
  // is open. Until then their search_text is null.
  `
  DROP TRIGGER turn_saved;
  DROP TRIGGER turn_deleted;
  DROP TRIGGER dictation_begun;
  DROP TRIGGER dictation_deleted;
  DROP TRIGGER dictation_retold;
  DROP TABLE turn_words;
  DROP TABLE dictation_words;
  ${searchable('turns', 'turn')}
  ${searchable('dictations', 'dictation')}
  `,
  // The configuration that the service reported for a session; null for older sessions.
  `
  ALTER TABLE sessions ADD COLUMN configuration TEXT;
  `,
  // Version 0.1 named an inserted dictation `delivered`.
  `
  UPDATE dictations SET outcome = 'inserted' WHERE outcome = 'delivered';
  `,
  // Captions have a row for each time they were on, which the history shows. Earlier versions stored
  // none: the turns that are in no dictation are one session until five minutes without a turn, another
  // run or a clock that began again. The last one of a run with an unfinished recording stays open for
  // the turns of its recovery.
  `
  CREATE TABLE captions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id TEXT,
    started_at_ms INTEGER NOT NULL,
    start_sample INTEGER NOT NULL,
    end_sample INTEGER
  ) STRICT;
  CREATE INDEX captions_by_run ON captions (run_id, start_sample);
  CREATE INDEX dictations_by_run ON dictations (run_id, start_sample);
  CREATE INDEX dictations_by_start ON dictations (started_at_ms);
  CREATE INDEX turns_by_creation ON turns (created_at_ms);
  ALTER TABLE turns ADD COLUMN captions_id INTEGER REFERENCES captions ON DELETE SET NULL;

  CREATE TEMP TABLE captioned AS
  SELECT *, sum(begins) OVER (ORDER BY id) AS session FROM (
    SELECT id, run_id, start_sample, end_sample, created_at_ms,
      coalesce(run_id IS NOT lag(run_id) OVER spoken
        OR created_at_ms - lag(created_at_ms) OVER spoken > 300000
        OR start_sample < lag(start_sample) OVER spoken, 1) AS begins
    FROM turns
    WHERE NOT coalesce((
      SELECT coalesce(dictations.end_sample, 9007199254740991)
        > (turns.start_sample + turns.end_sample) / 2
      FROM dictations
      WHERE dictations.run_id = turns.run_id
        AND dictations.start_sample <= (turns.start_sample + turns.end_sample) / 2
      ORDER BY dictations.start_sample DESC LIMIT 1), 0)
    WINDOW spoken AS (ORDER BY id));
  INSERT INTO captions (id, run_id, started_at_ms, start_sample, end_sample)
  SELECT session, run_id, min(created_at_ms), min(start_sample), max(end_sample)
  FROM captioned GROUP BY session;
  UPDATE turns SET captions_id = session FROM captioned WHERE captioned.id = turns.id;
  DROP TABLE captioned;
  UPDATE captions SET end_sample = NULL WHERE id IN (
    SELECT max(id) FROM captions
    WHERE run_id IN (
      SELECT run_id FROM recordings
      WHERE NOT is_kept AND (end_sample IS NULL OR settled_to_sample < end_sample))
    GROUP BY run_id);

  CREATE INDEX turns_by_captions ON turns (captions_id, start_sample, id);
  CREATE TRIGGER turn_captioned AFTER INSERT ON turns BEGIN
    UPDATE turns SET captions_id = (
      SELECT iif(coalesce(captions.end_sample, 9007199254740991)
        > (new.start_sample + new.end_sample) / 2, captions.id, NULL)
      FROM captions
      WHERE captions.run_id = new.run_id
        AND captions.start_sample <= (new.start_sample + new.end_sample) / 2
      ORDER BY captions.start_sample DESC LIMIT 1)
    WHERE id = new.id;
  END;
  `,
  // Captions hear the microphone or the computer. Earlier versions heard the microphone only.
  `
  ALTER TABLE captions ADD COLUMN source TEXT NOT NULL DEFAULT 'microphone';
  `,
];
