import { XConnection } from './connection.ts';
import { handOver } from './hand-over.ts';
import { Keyboard } from './keyboard.ts';
import { OwnedSelection, type Observer } from './owned-selection.ts';

/** What a delivery works with, as long as the X server lives. */
export interface Session {
  connection: XConnection;
  /** Null where the server lets no client press keys. */
  keyboard: Keyboard | null;
  clipboard: OwnedSelection;
  primary: OwnedSelection;
  /** Who hears what happens to the selections; null outside a paste. */
  observer: Observer | null;
}

/** Rejects where there is no X server. */
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
  // Nobody will ask for what went away with the server.
  connection.X.stream.once('close', () => observer.lost());
  return session;
}

export async function closeSession({ connection, clipboard }: Session): Promise<void> {
  const formats = [...(clipboard.content?.keys() ?? [])];
  // Quitting goes on without what a manager cannot be given.
  if (formats.length > 0) await handOver(connection, formats).catch(() => undefined);
  connection.close();
}
