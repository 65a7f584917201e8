import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* Node's internal handles. They are the only way to send and receive file descriptors in Node. */
export const { Pipe, PipeConnectWrap, constants } = process.binding('pipe_wrap');
export const { WriteWrap, streamBaseState, kLastWriteWasAsync, kReadBytesOrError } =
  process.binding('stream_wrap');

/** A folder that only this user can read. XDG_RUNTIME_DIR is in memory. */
const privateFolder = (): string =>
  mkdtempSync(join(process.env.XDG_RUNTIME_DIR ?? tmpdir(), 'captionkey-'));

/** A handle of an unlinked file with these bytes. */
export function fileHandle(bytes: Buffer): NodePipe.Handle {
  const folder = privateFolder();
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes, { mode: 0o600 });
    const fd = openSync(path, 'r+');
    const handle = new Pipe(constants.SOCKET);
    const error = handle.open(fd);
    if (error === 0) return handle;
    closeSync(fd);
    throw new Error(`A file cannot be passed on (${error}).`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Connects a handle to a Unix socket. */
export async function connectHandle(type: number, path: string): Promise<NodePipe.Handle> {
  const handle = new Pipe(type);
  const connected = Promise.withResolvers<number>();
  const request = new PipeConnectWrap();
  request.oncomplete = (status) => connected.resolve(status);
  const error = handle.connect(request, path);
  const status = error === 0 ? await connected.promise : error;
  if (status === 0) return handle;
  handle.close();
  throw new Error(`${path} does not answer (${status}).`);
}

/** The two ends of a stream: `theirs` to send to another program, `ours` to read from. */
export async function streamPair(): Promise<{ theirs: NodePipe.Handle; ours: Socket }> {
  const folder = privateFolder();
  const server = createServer({ allowHalfOpen: true });
  try {
    const path = join(folder, 'stream');
    server.listen(path);
    await once(server, 'listening');
    const accepted = Promise.withResolvers<Socket>();
    server.once('connection', (socket) => accepted.resolve(socket));
    const theirs = await connectHandle(constants.SOCKET, path);
    return { theirs, ours: await accepted.promise };
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
