import { compositorSocket, WaylandConnection } from '../../../electron/wayland/connection.ts';
import { fileHandle } from '../../../electron/wayland/handles.ts';
import { DataControl, type Content } from '../../../electron/wayland/data-control.ts';

/** Another program's hand on the clipboard. */
export interface WaylandClipboard {
  /** Copies one thing in several formats; stays their owner until something else is copied. */
  copy(content: Record<string, string | Uint8Array>): Promise<void>;
  /** The types that are offered, without reading any of them. */
  types(): Promise<string[]>;
  /** Asks its owner to write into a file, where a pipe belongs. */
  requestIntoFile(type: string): void;
  /** Everything on it, by MIME type. */
  content(): Promise<Record<string, Buffer>>;
  close(): void;
}

const readTimeoutMs = 10_000;

export async function openClipboard(env: NodeJS.ProcessEnv): Promise<WaylandClipboard> {
  const connection = await WaylandConnection.open(compositorSocket(env) ?? '', () => undefined);
  const control = await DataControl.open(connection, connection.bind('wl_seat', 1));
  if (control === null) throw new Error('The compositor lets nobody manage its clipboard.');
  return {
    copy: async (copied) => {
      const content: Content = new Map(
        Object.entries(copied).map(([type, bytes]) => [type, Buffer.from(bytes)]),
      );
      await control.own(content, {
        asked: () => true,
        hasRead: () => undefined,
        lost: () => undefined,
      });
    },
    types: async () => {
      await connection.sync();
      return control.mimeTypes;
    },
    requestIntoFile: (type) => control.requestInto(type, fileHandle(Buffer.alloc(0))),
    content: async () => {
      await connection.sync();
      const all: Record<string, Buffer> = {};
      for (const type of control.mimeTypes)
        all[type] = await control.read(type, Infinity, performance.now() + readTimeoutMs);
      return all;
    },
    close: () => connection.close(),
  };
}
