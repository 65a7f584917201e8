/** The part of the npm package `x11` that is used here; it carries no types of its own. */
declare module 'x11' {
  import type { EventEmitter } from 'node:events';
  import type { Duplex } from 'node:stream';

  /** Returning true keeps the error from being emitted on the client as well. */
  export type Reply<T> = (error: Error | null, value: T) => boolean;
  export type Done = (error: Error | null) => boolean;

  /** An event of any kind: the fields are those of its kind, the others are missing. */
  export interface XEvent {
    name: string;
    wid: number;
    /** Of button events: the number of the button. */
    keycode?: number;
    /** The modifiers and buttons held down, of key and button events. */
    buttons?: number;
    time?: number;
    atom?: number;
    /** Of focus events: 1 and 2 where a grab took the focus and gave it back. */
    mode?: number;
    /** Of property events: 0 where it was written, 1 where it was deleted. */
    state?: number;
    /** Of selection events. */
    owner?: number;
    requestor?: number;
    selection?: number;
    target?: number;
    property?: number;
  }

  export interface Property {
    type: number;
    /** Bits of one element; 0 where there is no such property. */
    format: number;
    /** What lies behind the part that was asked for, in bytes. */
    bytesAfter: number;
    data: Buffer;
  }

  export interface Geometry {
    depth: number;
    xPos: number;
    yPos: number;
    width: number;
    height: number;
  }

  export interface WindowAttributes {
    eventMask?: number;
    backgroundPixel?: number;
    overrideRedirect?: 0 | 1;
  }

  export interface XTest {
    KeyPress: number;
    KeyRelease: number;
    ButtonPress: number;
    ButtonRelease: number;
    MotionNotify: number;
    FakeInput(type: number, detail: number, time: number, wid: number, x: number, y: number): void;
  }

  /** Asks for the screens as one desktop: RandR's monitors, where the server has them. */
  export interface Xinerama {
    QueryScreens(reply: Reply<{ x: number; y: number; width: number; height: number }[]>): void;
  }

  export interface Shape {
    Op: { Set: number };
    Kind: { Input: number };
    Rectangles(
      op: number,
      kind: number,
      wid: number,
      x: number,
      y: number,
      rects: number[][],
    ): void;
    Mask(op: number, kind: number, wid: number, x: number, y: number, bitmap: number): void;
  }

  export interface Client extends EventEmitter<{ event: [XEvent]; error: [Error]; end: [] }> {
    atoms: Record<string, number>;
    stream: Duplex;
    AllocID(): number;
    InternAtom(onlyIfExists: boolean, name: string, reply: Reply<number>): void;
    GetAtomName(atom: number, reply: Reply<string>): void;
    CreateWindow(
      wid: number,
      parent: number,
      x: number,
      y: number,
      width: number,
      height: number,
      borderWidth: number,
      depth: number,
      windowClass: number,
      visual: number,
      values: WindowAttributes,
    ): void;
    ChangeWindowAttributes(wid: number, values: WindowAttributes, done: Done): void;
    GetWindowAttributes(wid: number, reply: Reply<{ mapState: number }>): void;
    MapWindow(wid: number, done: Done): void;
    UnmapWindow(wid: number, done: Done): void;
    MoveResizeWindow(
      wid: number,
      x: number,
      y: number,
      width: number,
      height: number,
      done: Done,
    ): void;
    GetProperty(
      remove: 0 | 1,
      wid: number,
      property: number,
      type: 0,
      offset: 0,
      length: number,
      reply: Reply<Property>,
    ): void;
    ChangeProperty(
      mode: 0 | 2,
      wid: number,
      property: number,
      type: number,
      format: 8 | 16 | 32,
      data: string | Buffer | number[],
      done: Done,
    ): void;
    DeleteProperty(wid: number, property: number, done: Done): void;
    GetGeometry(wid: number, reply: Reply<Geometry>): void;
    TranslateCoordinates(
      from: number,
      to: number,
      x: number,
      y: number,
      reply: Reply<{ destX: number; destY: number }>,
    ): void;
    QueryTree(wid: number, reply: Reply<{ parent: number; children: number[] }>): void;
    /** The mask holds the modifiers in its lowest eight bits and the group of the layout in 13–14. */
    QueryPointer(
      wid: number,
      reply: Reply<{ rootX: number; rootY: number; keyMask: number }>,
    ): void;
    /** One bit a keycode: those that are down. */
    QueryKeymap(reply: Reply<Buffer>): void;
    /** The keycodes of Shift, Lock, Control and Mod1–Mod5, filled up with 0. */
    GetModifierMapping(reply: Reply<number[][]>): void;
    GrabServer(): void;
    UngrabServer(): void;
    /** Replies with 0 where the keyboard is ours now, with 1 where another client has it. */
    GrabKeyboard(
      wid: number,
      ownerEvents: 0 | 1,
      time: 0,
      pointerMode: 1,
      keyboardMode: 1,
      reply: Reply<number>,
    ): void;
    UngrabKeyboard(time: 0): void;
    GetSelectionOwner(selection: number, reply: Reply<number>): void;
    SetInputFocus(wid: number, revertTo: 0): void;
    SetSelectionOwner(owner: number, selection: number, time: number): void;
    ConvertSelection(
      requestor: number,
      selection: number,
      target: number,
      property: number,
      time: number,
      done: Done,
    ): void;
    GetInputFocus(reply: Reply<{ focus: number }>): void;
    QueryExtension(name: string, reply: Reply<{ present: number }>): void;
    GetKeyboardMapping(first: number, count: number, reply: Reply<number[][]>): void;
    GetImage(
      format: 2,
      wid: number,
      x: number,
      y: number,
      width: number,
      height: number,
      planeMask: number,
      reply: Reply<{ data: Buffer }>,
    ): void;
    GrabKey(
      wid: number,
      ownerEvents: 0 | 1,
      modifiers: number,
      keycode: number,
      pointerMode: 1,
      keyboardMode: 1,
      done: Done,
    ): void;
    GrabButton(
      wid: number,
      ownerEvents: 0 | 1,
      eventMask: number,
      pointerMode: 1,
      keyboardMode: 1,
      confineTo: 0,
      cursor: 0,
      button: number,
      modifiers: number,
      done: Done,
    ): void;
    UngrabButton(wid: number, button: number, modifiers: number, done: Done): void;
    UngrabKey(wid: number, keycode: number, modifiers: number, done: Done): void;
    SendClientMessage(
      destination: number,
      wid: number,
      type: number,
      format: 32,
      data: number[],
      eventMask: number,
      done: Done,
    ): void;
    SendEvent(wid: number, propagate: 0, eventMask: number, event: object, done: Done): void;
    sync(): Promise<void>;
    terminate(): void;
    require(extension: 'xtest', reply: Reply<XTest>): void;
    require(extension: 'shape', reply: Reply<Shape>): void;
    require(extension: 'xinerama', reply: Reply<Xinerama>): void;
  }

  export interface Display {
    client: Client;
    /** The bits in which the ids of one client differ; those above tell the clients apart. */
    resource_mask: number;
    min_keycode: number;
    max_keycode: number;
    screen: [{ root: number; pixel_width: number; pixel_height: number }];
  }

  const x11: {
    createClient(
      options: { display: string },
      connected: (error: Error | undefined, display: Display) => void,
    ): Client;
    eventMask: Record<
      | 'KeyPress'
      | 'KeyRelease'
      | 'StructureNotify'
      | 'SubstructureNotify'
      | 'SubstructureRedirect'
      | 'ButtonPress'
      | 'ButtonRelease'
      | 'FocusChange'
      | 'PropertyChange',
      number
    >;
    keySyms: Record<string, { code: number }>;
  };
  export default x11;
}
