import type { Clock } from '../port.ts';
import { insertionTuning as tuning } from '../tuning.ts';
import { none, type MacSystem, type Reference } from './mac-system.ts';

const leftCommand = 0x37;
/**
 * `kCGEventFlagMaskCommand` and `NX_DEVICELCMDKEYMASK`: Command is down, and it is the left one. Programs
 * that pass keys on to another machine look at the second.
 */
const commandFlag = 0x10_0000 | 0x08;
const noFlags = 0;

/** The key of V on most layouts, if the current one does not say. */
const usualV = 0x09;

/**
 * Presses Command+V. All four events are created before the first is sent.
 *
 * @returns whether they were sent; if one cannot be created, none is sent
 */
export async function pressPaste(system: MacSystem, clock: Clock): Promise<boolean> {
  const source = system.createSource();
  const v = system.pasteKeyCode() ?? usualV;
  const events: Reference[] = [];
  try {
    if (source === none) return false;
    for (const [keyCode, isDown, flags] of [
      [leftCommand, true, commandFlag],
      [v, true, commandFlag],
      [v, false, commandFlag],
      [leftCommand, false, noFlags],
    ] as const) {
      const event = system.createKeyEvent(source, keyCode, isDown);
      if (event === none) return false;
      events.push(event);
      system.setFlags(event, flags);
    }
    await send(system, clock, events);
    return true;
  } finally {
    for (const reference of [...events, source]) if (reference !== none) system.release(reference);
  }
}

/** Sends the events with gaps, because programs lose events that follow each other faster. */
async function send(system: MacSystem, clock: Clock, events: Reference[]): Promise<void> {
  for (const [index, event] of events.entries()) {
    if (index > 0) await clock.sleep(tuning.macEventGapMs);
    system.post(event);
  }
}
