/*
 * The port of an Electron utility process, loaded before the capture process where there is no
 * Electron: it opens and records into the file that is named, and tells nothing of its end.
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
