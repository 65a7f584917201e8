/*
 * Messages of the Wayland protocol: the id of an object, a length and an opcode, then arguments in
 * words of 32 bits. File descriptors are sent as ancillary data, not in these bytes.
 */
const headBytes = 8;

/** A number is one word. A string begins with its length and ends with a zero byte. */
export type Argument = number | string;

const padded = (length: number): number => (length + 3) & ~3;

function encodeArgument(argument: Argument): Buffer {
  if (typeof argument === 'number') {
    const word = Buffer.alloc(4);
    word.writeUInt32LE(argument >>> 0);
    return word;
  }
  const text = Buffer.from(`${argument}\0`);
  const bytes = Buffer.alloc(4 + padded(text.length));
  bytes.writeUInt32LE(text.length);
  text.copy(bytes, 4);
  return bytes;
}

/** Encodes a request. */
export function encodeRequest(object: number, opcode: number, args: Argument[]): Buffer {
  const body = Buffer.concat(args.map(encodeArgument));
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(object);
  head.writeUInt32LE((((headBytes + body.length) << 16) | opcode) >>> 0, 4);
  return Buffer.concat([head, body]);
}

export interface Message {
  object: number;
  opcode: number;
  body: Buffer;
}

/**
 * Decodes the first message, and returns it with the remaining bytes; null if it is incomplete.
 *
 * @throws {RangeError} if the length is invalid
 */
export function decodeMessage(bytes: Buffer): { message: Message; rest: Buffer } | null {
  if (bytes.length < headBytes) return null;
  const word = bytes.readUInt32LE(4);
  const length = word >>> 16;
  if (length < headBytes || length % 4 !== 0) throw new RangeError('A message has a wrong length.');
  if (bytes.length < length) return null;
  return {
    message: {
      object: bytes.readUInt32LE(0),
      opcode: word & 0xffff,
      body: bytes.subarray(headBytes, length),
    },
    rest: bytes.subarray(length),
  };
}

/** Reads the arguments of an event in order. Throws a RangeError past the last one. */
export class ArgumentReader {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  uint(): number {
    this.#at += 4;
    return this.#body.readUInt32LE(this.#at - 4);
  }

  string(): string {
    const length = this.uint();
    const start = this.#at;
    if (start + length > this.#body.length) throw new RangeError('A string is too long.');
    this.#at += padded(length);
    return this.#body.toString('utf8', start, Math.max(start, start + length - 1));
  }
}
