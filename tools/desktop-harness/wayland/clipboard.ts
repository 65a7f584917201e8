import { compositorSocket, WaylandConnection } from '../../../electron/wayland/connection.ts';
import { fileHandle } from '../../../electron/wayland/handles.ts';
import type { Content } from '../../../electron/wayland/clipboard.ts';
import { DataControl } from '../../../electron/wayland/data-control.ts';
import { patienceMs } from '../../patience.ts';

/** Reads and sets the clipboard as another program would. */
export interface WaylandClipboard {
  /** Copies content in several formats. Owns the clipboard until another program copies something. */
  copy(content: Record<string, string | Uint8Array>): Promise<void>;
  /** The offered MIME types; reads none of them. */
  types(): Promise<string[]>;
  /** Asks the owner to write into a file instead of a pipe. */
  requestIntoFile(type: string): void;
  /** The whole content by MIME type. */
  content(): Promise<Record<string, Buffer>>;
  close(): void;
}

/** The text that programs of Wayland paste; undefined if the content has none. */
export async function textOn(
  clipboard: Pick<WaylandClipboard, 'content'>,
): Promise<string | undefined> {
  const content = await clipboard.content();
  return content['text/plain;charset=utf-8']?.toString();
}

export async function openClipboard(env: NodeJS.ProcessEnv): Promise<WaylandClipboard> {
  const connection = await WaylandConnection.open(compositorSocket(env) ?? '', () => undefined);
  const control = await DataControl.open(connection, connection.bind('wl_seat', 1));
  if (control === null) throw new Error('The compositor offers no data-control protocol.');
  return {
    copy: async (copied) => {
      const content: Content = new Map(
        Object.entries(copied).map(([type, bytes]) => [type, Buffer.from(bytes)]),
      );
      await control.own(content, {
        asked: () => () => undefined,
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
        all[type] = await control.read(type, Infinity, performance.now() + patienceMs);
      return all;
    },
    close: () => connection.close(),
  };
}
