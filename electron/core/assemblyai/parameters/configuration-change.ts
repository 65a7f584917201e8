import type { UpdateConfiguration } from '../client-message.ts';
import type { WireValue } from './parameter.ts';
import { presetNames } from './families.ts';
import { table } from './table.ts';
import type { WireParameters } from './wire.ts';

/** How a running session gets from one set of parameters to another. */
export interface ConfigurationChange {
  /** The part that the running session can change; null if there is none. */
  update: UpdateConfiguration | null;
  /** The other changes need a new session. */
  needsNewSession: boolean;
}

/**
 * Compares parameters as the service does: one that is not sent counts as its default. One that is no
 * longer sent, and has no documented default, needs a new session.
 */
export function configurationChange(from: WireParameters, to: WireParameters): ConfigurationChange {
  if (from.model !== to.model) return { update: null, needsNewSession: true };
  const changed: Record<string, WireValue> = {};
  let needsNewSession = false;
  for (const { name, updatedOn, defaults } of Object.values(table)) {
    const before = from.values.get(name) ?? defaults(from.model, from.values);
    const after = to.values.get(name) ?? defaults(to.model, to.values);
    // A change of the mode also overwrites silences that were sent before.
    const isOverwritten = changed.mode !== undefined && isOfPreset(name) && to.values.has(name);
    if (isSame(before, after) && !isOverwritten) continue;
    if (after === undefined || !updatedOn.includes(to.model)) needsNewSession = true;
    else if (changed.mode === undefined || !isOfPreset(name) || to.values.has(name))
      changed[name] = after;
  }
  const isEmpty = Object.keys(changed).length === 0;
  return { update: isEmpty ? null : { type: 'UpdateConfiguration', ...changed }, needsNewSession };
}

const isOfPreset = (name: string): boolean => presetNames.some((preset) => preset === name);

const isSame = (one: WireValue | undefined, other: WireValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The parameters of a session after an update. */
export function afterUpdate(from: WireParameters, update: UpdateConfiguration): WireParameters {
  // The type of the message is not a parameter.
  const changed = Object.entries(update).filter(([name]) => name !== 'type');
  const values = new Map(from.values);
  if (update.mode !== undefined) for (const name of presetNames) values.delete(name);
  for (const [name, value] of changed) values.set(name, value);
  return { ...from, values };
}
