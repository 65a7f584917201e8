import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import * as v from 'valibot';
import { requestFormats } from '../../../electron/clipboard-formats.ts';
import { answered } from '../wayland/until.ts';
import type { Shell } from './shell.ts';

/** Reads and sets the clipboard of GNOME. */
export interface GnomeClipboard {
  /** Copies content in several formats, as a program of X does that runs until it loses it. */
  copy(content: Record<string, string | Uint8Array>): Promise<void>;
  /** The offered MIME types; reads none of them. */
  types(): Promise<string[]>;
  /** The whole content by MIME type, as programs of Wayland get it. */
  content(): Promise<Record<string, Buffer>>;
  close(): void;
}

const selection = `imports.gi.Meta.SelectionType.SELECTION_CLIPBOARD`;
const typesSchema = v.array(v.string());
/** XWayland passes these on from programs of X. */
const notContent: ReadonlySet<string> = new Set(requestFormats);
/** GNOME Shell keeps this of each new content, so it reads it at once. */
const keptType = 'text/plain;charset=utf-8';
const readSchema = v.object({ base64: v.string() });

export function clipboardOf(shell: Shell, env: Record<string, string>): GnomeClipboard {
  const owners = new Set<() => void>();
  const types = async (): Promise<string[]> => {
    const all = await shell.evaluate(`global.display.get_selection().get_mimetypes(${selection})`);
    return v.parse(typesSchema, all).filter((type) => !notContent.has(type));
  };
  let reads = 0;
  const read = async (type: string): Promise<Buffer> => {
    const result = `globalThis.captionKeyTest${(reads += 1)}`;
    await shell.evaluate(`(() => {
  const { Gio, GLib } = imports.gi;
  const stream = Gio.MemoryOutputStream.new_resizable();
  ${result} = null;
  global.display.get_selection().transfer_async(
    ${selection}, ${JSON.stringify(type)}, -1, stream, null,
    (source, outcome) => {
      try {
        source.transfer_finish(outcome);
        stream.close(null);
        ${result} = { base64: GLib.base64_encode(stream.steal_as_bytes().toArray()) };
      } catch (error) {
        ${result} = { error: error.message };
      }
    },
  );
})()`);
    const answer = await answered(`the clipboard as ${type}`, () => shell.evaluate(result));
    await shell.evaluate(`delete ${result}`);
    return Buffer.from(v.parse(readSchema, answer).base64, 'base64');
  };
  return {
    types,
    content: async () => {
      const all: Record<string, Buffer> = {};
      for (const type of await types()) all[type] = await read(type);
      return all;
    },
    copy: async (content) => {
      const child = fork(join(import.meta.dirname, 'copy.ts'), [], {
        env: { ...process.env, ...env },
        stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
      });
      const end = (): void => void child.kill();
      const isRead = once(child, 'message');
      owners.add(end);
      child.once('exit', () => owners.delete(end));
      const base64 = Object.entries(content).map(([type, bytes]) => [
        type,
        Buffer.from(bytes).toString('base64'),
      ]);
      child.stdin?.end(JSON.stringify(Object.fromEntries(base64)));
      if (child.stdout !== null) await once(child.stdout, 'data');
      // XWayland loses one of two reads at the same time, and a paste is the second.
      if (keptType in content) await isRead;
      // Mutter hears of another owner a moment later.
      const wanted = Object.keys(content);
      await answered('the copied content', async () => {
        const offered = await types();
        return wanted.every((type) => offered.includes(type)) || null;
      });
    },
    close: () => {
      for (const end of owners) end();
    },
  };
}
