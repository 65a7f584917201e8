/* The lengths of X messages, and the two messages that the proxy changes (X protocol, appendix B). */
const createWindow = 1;
const overrideRedirect = 0x200;
const maskOffset = 28;

const replyKind = 1;
const clientMessage = 33;
const genericEvent = 35;
/** Set in events that another client has sent. */
const sentFlag = 0x80;

const padded = (length: number): number => (length + 3) & ~3;

/** The length of the first message in a client's bytes; Infinity if more bytes are needed. */
export const lengthFromClient = (bytes: Buffer, isSetUp: boolean): number => {
  if (!isSetUp) {
    if (bytes.length < 12) return Infinity;
    return 12 + padded(bytes.readUInt16LE(6)) + padded(bytes.readUInt16LE(8));
  }
  if (bytes.length < 4) return Infinity;
  const length = bytes.readUInt16LE(2);
  if (length !== 0) return 4 * length;
  // A big request has its length in the next word.
  return bytes.length < 8 ? Infinity : 4 * bytes.readUInt32LE(4);
};

/** The length of the first message in the server's bytes; Infinity if more bytes are needed. */
export const lengthFromServer = (bytes: Buffer, isSetUp: boolean): number => {
  if (bytes.length < 8) return Infinity;
  if (!isSetUp) return 8 + 4 * bytes.readUInt16LE(6);
  const kind = bytes.readUInt8(0) & ~sentFlag;
  const isLonger = kind === replyKind || kind === genericEvent;
  return 32 + (isLonger ? 4 * bytes.readUInt32LE(4) : 0);
};

/** Sets override-redirect in a request to create a window. Returns other requests unchanged. */
export const unmanaged = (request: Buffer): Buffer => {
  if (request[0] !== createWindow) return request;
  const mask = request.readUInt32LE(maskOffset);
  const before = (mask & (overrideRedirect - 1)).toString(2).replaceAll('0', '').length;
  const at = maskOffset + 4 + 4 * before;
  const hasFlag = (mask & overrideRedirect) !== 0;
  const value = Buffer.from([1, 0, 0, 0]);
  const flagged = Buffer.concat([
    request.subarray(0, at),
    value,
    request.subarray(hasFlag ? at + 4 : at),
  ]);
  flagged.writeUInt16LE(flagged.length / 4, 2);
  flagged.writeUInt32LE(mask | overrideRedirect, maskOffset);
  return flagged;
};

/** The server's atoms in a message that asks a window to close. */
export interface CloseAtoms {
  wmProtocols: number;
  wmDeleteWindow: number;
}

/** The window that a message asks to close (ICCCM 4.2.8); null for all other messages. */
export const windowToClose = (message: Buffer, atoms: CloseAtoms): number | null => {
  const isAsked =
    (message.readUInt8(0) & ~sentFlag) === clientMessage &&
    message.readUInt32LE(8) === atoms.wmProtocols &&
    message.readUInt32LE(12) === atoms.wmDeleteWindow;
  return isAsked ? message.readUInt32LE(4) : null;
};
