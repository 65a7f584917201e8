/*
 * Replaces the port of an Electron utility process. It makes the capture process open the default
 * microphone and record into the file `RECORDING`. Like Electron's port, it has no `disconnect` event.
 */
const commands = [
  { type: 'open', microphone: null, startSample: 0 },
  { type: 'record', path: process.env.RECORDING, startSample: 0 },
];

Object.assign(process, {
  parentPort: {
    postMessage: () => undefined,
    on: (_event: 'message', listener: (event: { data: unknown }) => void) => {
      for (const data of commands) listener({ data });
    },
  },
});

// The real port keeps its process alive.
setInterval(() => undefined, 60_000);
