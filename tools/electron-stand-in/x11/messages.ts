import type { Point, Rectangle } from 'electron';

/** The calls of the X thread. The caller blocks until the result. */
export interface XCalls {
  /** Grabs a chord. Returns false if another program has it. Throws on unknown names. */
  grab(accelerator: string): boolean;
  ungrab(accelerator: string): void;
  /**
   * Serves the display under another name and returns the name. Hides new windows from the window
   * manager. Reports requests to close a window and does not pass them on.
   */
  serveUnmanaged(): string;
  pointer(): Point;
  /** The monitors, and the area of the desktop without panels. */
  displays(): { monitors: Rectangle[]; workArea: Rectangle };
}

export interface XRequest {
  id: number;
  method: keyof XCalls;
  args: unknown[];
}

/** The result of the request with that id. */
export type XResponse = { id: number } & ({ value: unknown } | { failure: string });

/** The events of the X thread. */
export type XReport =
  /** The monitors or the work area have changed. */
  | { kind: 'displays' }
  | { kind: 'key'; accelerator: string }
  /** The window manager asks a window of Chromium to close. */
  | { kind: 'close'; wid: number }
  /** A window of Chromium exists. */
  | { kind: 'window'; wid: number; className: string };
