/*
 * The part of Node's internal stream bindings that passes file descriptors over a Unix socket. Node
 * has no public API for that (SCM_RIGHTS) outside its own channel between processes.
 */
declare namespace NodePipe {
  interface Handle {
    /** The file descriptor, or -1 once it is closed. */
    readonly fd: number;
    /** What came with the bytes that `onread` is called with. */
    pendingHandle: Handle | null | undefined;
    onread: (bytes: ArrayBuffer | undefined) => void;
    connect(request: ConnectRequest, path: string): number;
    /** Takes over a file descriptor. */
    open(fd: number): number;
    readStart(): number;
    /** The handle goes along with the first of the bytes. */
    writeLatin1String(request: WriteRequest, bytes: string, handle?: Handle): number;
    /** The bytes must stay as they are until the request is complete. */
    writeBuffer(request: WriteRequest, bytes: Uint8Array): number;
    close(): void;
  }
  interface ConnectRequest {
    oncomplete: (status: number) => void;
  }
  interface WriteRequest {
    handle: Handle;
    oncomplete: (status: number) => void;
  }
  interface PipeBinding {
    Pipe: new (type: number) => Handle;
    PipeConnectWrap: new () => ConnectRequest;
    constants: { SOCKET: number; IPC: number };
  }
  interface StreamBinding {
    WriteWrap: new () => WriteRequest;
    /** Where a read leaves how many bytes it has read, or its error below zero. */
    streamBaseState: Record<number, number>;
    kReadBytesOrError: number;
    /** Where a write leaves 1 if it is completed later, else 0. */
    kLastWriteWasAsync: number;
  }
}

declare namespace NodeJS {
  interface Process {
    binding(name: 'pipe_wrap'): NodePipe.PipeBinding;
    binding(name: 'stream_wrap'): NodePipe.StreamBinding;
  }
}
