export interface Zone {
  /** The folders or files that may not import from `from`; a folder, or a glob. */
  target: string | string[];
  from: string[];
  /** Folders inside those of `from` that may be imported after all, relative to them. */
  except?: string[];
  message: string;
}

/** The folders of the code and what each may not import. */
export const zones: Zone[] = [
  {
    target: './electron/core',
    from: ['./electron', './renderer', './tools', './test', './bench'],
    except: ['./core'],
    message: 'The core imports shared/ and itself only.',
  },
  {
    target: './shared',
    from: ['./electron', './renderer', './tools', './test', './bench'],
    message: 'shared/ imports nothing of the app.',
  },
  {
    target: './renderer',
    from: ['./electron', './tools', './test', './bench'],
    message: 'The renderer talks to main over IPC only.',
  },
  {
    target: './electron/capture',
    from: ['./electron/main', './electron/core', './electron/demo-server', './renderer'],
    message: 'The capture process is naudiodon and the WAV writer, nothing else.',
  },
  {
    target: './electron/key-watch',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The key watch matches one chord, nothing else.',
  },
  {
    target: './electron/wayland',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The Wayland helper moves bytes and presses keys; main decides.',
  },
  {
    target: './electron/demo-server',
    from: ['./electron/main', './electron/core', './electron/capture', './renderer'],
    message: 'The demo server must not share the code it checks.',
  },
  {
    target: ['electron', 'shared', 'renderer'].map((room) => `./${room}/**/!(*.test|*.fixture).ts`),
    from: ['./tools', './test', './bench'],
    message: 'The product does not import its tools and tests.',
  },
];
