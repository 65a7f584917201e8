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
];
