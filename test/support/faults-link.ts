import * as v from 'valibot';
import type { RawData, WebSocket } from 'ws';
import { shiftWords, type Action, type LinkFault } from './faults.ts';

const typeSchema = v.pipe(v.string(), v.parseJson(), v.looseObject({ type: v.string() }));

/** Passes everything between an open client and an open server, apart from the faults. */
export function linkWithFaults(client: WebSocket, server: WebSocket, faults: LinkFault[]): void {
  const seen = new Map<string, number>();
  let delayMs = 0;
  let shift: Extract<Action, { do: 'shift-words' }> | undefined;
  let isCut = false;

  const cut = (): void => {
    isCut = true;
    server.terminate();
  };
  const act = (fault: Action): void => {
    switch (fault.do) {
      case 'drop':
        cut();
        client.terminate();
        break;
      case 'stall':
        // The server does not notice either.
        isCut = true;
        client.pause();
        break;
      case 'error':
        cut();
        client.send(JSON.stringify({ type: 'Error', error_code: fault.code, error: fault.error }));
        client.close(fault.code);
        break;
      case 'inject':
        client.send(fault.data);
        break;
      case 'delay':
        ({ delayMs } = fault);
        break;
      case 'shift-words':
        shift = fault;
        break;
    }
  };
  /** Carries out the faults of this point. Returns whether the message goes on. */
  const passes = (at: LinkFault['at'], type: string): boolean => {
    const count = (seen.get(`${at} ${type}`) ?? 0) + 1;
    seen.set(`${at} ${type}`, count);
    for (const fault of faults) {
      const isHere = fault.at === at && (fault.at === 'frame' || fault.type === type);
      if (!isCut && isHere && (fault.count ?? 1) === count) act(fault);
    }
    return !isCut;
  };
  const toClient = (send: () => void): void => {
    if (delayMs > 0) setTimeout(send, delayMs);
    else send();
  };

  client.on('message', (data: RawData, isBinary) => {
    const goesOn = isBinary ? passes('frame', '') : passes('command', typeOf(data));
    if (goesOn) server.send(data, { binary: isBinary });
  });
  client.on('ping', (data) => {
    if (!isCut) server.ping(data);
  });
  server.on('pong', (data) => toClient(() => client.pong(data)));
  server.on('message', (data: RawData) => {
    const text = textOf(data);
    if (passes('message', typeOf(data)))
      toClient(() => client.send(shift ? shiftWords(text, shift) : text));
  });
  server.on('close', (code, reason) => {
    if (!isCut) toClient(() => passClose(client, code, reason));
  });
  client.on('close', (code, reason) => passClose(server, code, reason));
}

/** Codes that stand for the lack of a close frame cannot be sent. */
function passClose(socket: WebSocket, code: number, reason: Buffer): void {
  if (code === 1006) socket.terminate();
  else if (code === 1005) socket.close();
  else socket.close(code, reason);
}

/** Messages come as one buffer each unless ws is set otherwise. */
const textOf = (data: RawData): string => (Buffer.isBuffer(data) ? data.toString() : '');

function typeOf(data: RawData): string {
  const message = v.safeParse(typeSchema, textOf(data));
  return message.success ? message.output.type : '';
}
