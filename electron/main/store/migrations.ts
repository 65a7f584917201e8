/**
 * The steps that lead from an empty database to today's; `user_version` counts those taken.
 * A step that was released is never changed: what comes later is a step of its own.
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
  // A turn is found by its run and its samples when its recording is long forgotten. A dictation
  // that is not finished takes up each turn, so that a crash costs it none, nor does recovery.
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
];
