import type { Point, Rectangle } from 'electron';

/** What the X thread does on request; the caller waits for the result. */
export interface XCalls {
  /** Whether the key could be had; false where another program has it. Throws on unknown names. */
  grab(accelerator: string): boolean;
  ungrab(accelerator: string): void;
  /**
   * Serves the display under another name, with the window manager kept off its windows; what asks
   * one to close is reported and goes no further.
   */
  serveUnmanaged(): string;
  pointer(): Point;
  /** The monitors, and the part of the desktop that panels leave free. */
  displays(): { monitors: Rectangle[]; workArea: Rectangle };
}

export interface XRequest {
  id: number;
  method: keyof XCalls;
  args: unknown[];
}

/** What became of the request with that id. */
export type XResponse = { id: number } & ({ value: unknown } | { failure: string });

/** What the X thread tells unasked. */
export type XReport =
  /** Monitors have come, gone or changed, or another part of them is free of panels. */
  | { kind: 'displays' }
  | { kind: 'key'; accelerator: string }
  /** A window of Chromium is asked to close, as the window manager does for a person. */
  | { kind: 'close'; wid: number }
  /** A window of Chromium exists. */
  | { kind: 'window'; wid: number; className: string };
