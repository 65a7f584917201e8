import x11, { type Client, type Done, type Reply } from 'x11';

/** A client connection to an X server, with promises for its requests. */
export interface XConnection {
  X: Client;
  root: number;
  widthPx: number;
  heightPx: number;
  minKeycode: number;
  maxKeycode: number;
  atom(name: string): Promise<number>;
  /** The 32-bit values of a window's property; empty if the window or the property is missing. */
  cardinals(wid: number, property: string): Promise<number[]>;
  /** The UTF-8 text of a window's property; empty if it is missing. */
  text(wid: number, property: string): Promise<string>;
  setCardinals(wid: number, property: string, type: string, values: number[]): Promise<void>;
  setText(wid: number, property: string, text: string): Promise<void>;
  close(): void;
}

/** Makes a promise of a request that has a reply. Rejects with the X error. */
export const reply = <T>(request: (callback: Reply<T>) => void): Promise<T> =>
  new Promise((resolve, reject) =>
    request((error, value) => {
      if (error) reject(error);
      else resolve(value);
      return true;
    }),
  );

/** Makes a promise of a request without a reply. Resolves when the server has processed it. */
export const done = (request: (callback: Done) => void): Promise<void> =>
  new Promise((resolve, reject) =>
    request((error) => {
      if (error) reject(error);
      else resolve();
      return true;
    }),
  );

/** Connects to a display such as `:99`. Rejects when there is no X server. */
export const connectX = async (displayName: string): Promise<XConnection> => {
  const display = await new Promise<Parameters<Parameters<typeof x11.createClient>[1]>[1]>(
    (resolve, reject) => {
      x11.createClient({ display: displayName }, (error, connected) => {
        if (error) reject(new Error(`Cannot connect to display ${displayName}: ${error.message}`));
        else resolve(connected);
      });
    },
  );
  const X = display.client;
  // The package shares one cache of atoms between all connections, but atoms differ by server.
  X.atoms = { ...X.atoms };
  // Every request has a callback, so the remaining errors are those of a server that has ended.
  X.on('error', () => undefined);
  const [screen] = display.screen;

  const atom = (name: string) => reply<number>((cb) => X.InternAtom(false, name, cb));
  const property = async (wid: number, name: string) => {
    const key = await atom(name);
    return reply<{ data: Buffer }>((cb) => X.GetProperty(0, wid, key, 0, 0, 1_000_000, cb)).then(
      ({ data }) => data,
      () => Buffer.alloc(0),
    );
  };
  return {
    X,
    root: screen.root,
    widthPx: screen.pixel_width,
    heightPx: screen.pixel_height,
    minKeycode: display.min_keycode,
    maxKeycode: display.max_keycode,
    atom,
    cardinals: async (wid, name) => {
      const data = await property(wid, name);
      return Array.from({ length: data.length >> 2 }, (_, index) => data.readUInt32LE(index * 4));
    },
    text: async (wid, name) => (await property(wid, name)).toString('utf8'),
    setCardinals: async (wid, name, type, values) => {
      const [key, typeAtom] = await Promise.all([atom(name), atom(type)]);
      await done((cb) => X.ChangeProperty(0, wid, key, typeAtom, 32, values, cb));
    },
    setText: async (wid, name, text) => {
      const [key, utf8] = await Promise.all([atom(name), atom('UTF8_STRING')]);
      await done((cb) => X.ChangeProperty(0, wid, key, utf8, 8, Buffer.from(text), cb));
    },
    close: () => X.terminate(),
  };
};

/** Runs `use` on a new connection and closes it afterwards. */
export const withX = async <T>(
  displayName: string,
  use: (connection: XConnection) => Promise<T>,
): Promise<T> => {
  const connection = await connectX(displayName);
  try {
    return await use(connection);
  } finally {
    connection.close();
  }
};
