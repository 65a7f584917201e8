import { XConnection } from '../x-server/connection.ts';
import { OwnedSelection, type Observer } from '../x-server/owned-selection.ts';
import { handOver } from './hand-over.ts';
import { Keyboard } from './keyboard.ts';

/** What an insertion uses while the X server lives. */
export interface Session {
  connection: XConnection;
  /** Null if the server lets no client press keys. */
  keyboard: Keyboard | null;
  clipboard: OwnedSelection;
  primary: OwnedSelection;
  /** Receives the reports of the selections; null before the first paste. */
  observer: Observer | null;
}

/** Rejects if there is no X server. */
export async function openSession(display: string): Promise<Session> {
  const connection = await XConnection.open(display);
  const keyboard = await Keyboard.open(connection).catch(() => null);
  const observer: Observer = {
    asked: (client) => session.observer?.asked(client),
    hasRead: (client) => session.observer?.hasRead(client),
    lost: () => session.observer?.lost(),
  };
  const selection = (name: 'CLIPBOARD' | 'PRIMARY'): OwnedSelection =>
    new OwnedSelection(connection, connection.atom(name), observer);
  const session: Session = {
    connection,
    keyboard,
    clipboard: selection('CLIPBOARD'),
    primary: selection('PRIMARY'),
    observer: null,
  };
  // Content that ended with the server has no reader.
  connection.X.stream.once('close', () => observer.lost());
  return session;
}

export async function closeSession({ connection, clipboard }: Session): Promise<void> {
  const formats = [...(clipboard.content?.keys() ?? [])];
  // The app quits even if a manager does not take the content.
  if (formats.length > 0) await handOver(connection, formats).catch(() => undefined);
  connection.close();
}
