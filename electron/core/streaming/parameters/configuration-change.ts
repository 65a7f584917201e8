import type { UpdateConfiguration } from '../client-message.ts';
import type { WireValue } from './parameter.ts';
import { table } from './table.ts';
import { inQuery, type WireParameters } from './wire.ts';

/** How a running session gets from one set of parameters to another. */
export interface ConfigurationChange {
  /** What it can change at once; null when there is nothing. */
  update: UpdateConfiguration | null;
  /** The rest takes a new session. */
  needsNewSession: boolean;
}

/**
 * Compares parameters as the service sees them: one that is not sent counts as its default. One
 * that is not sent any more, and whose default is not documented, takes a new session.
 */
export function configurationChange(from: WireParameters, to: WireParameters): ConfigurationChange {
  if (from.model !== to.model) return { update: null, needsNewSession: true };
  const changed: Record<string, WireValue> = {};
  let needsNewSession = false;
  for (const { name, updatedOn, defaults } of Object.values(table)) {
    const unset: WireValue | undefined = defaults[to.model];
    const before = from.values.get(name) ?? unset;
    const after = to.values.get(name) ?? unset;
    if (isSame(before, after)) continue;
    if (after !== undefined && updatedOn.some((model) => model === to.model)) changed[name] = after;
    else needsNewSession = true;
  }
  const isEmpty = Object.keys(changed).length === 0;
  return { update: isEmpty ? null : { type: 'UpdateConfiguration', ...changed }, needsNewSession };
}

const isSame = (one: WireValue | undefined, other: WireValue | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && inQuery(one) === inQuery(other));

/** What a session has once it was told of a change. */
export function afterUpdate(from: WireParameters, update: UpdateConfiguration): WireParameters {
  const values = new Map([...from.values, ...Object.entries(update)]);
  // The type of the message is no parameter.
  values.delete('type');
  return { ...from, values };
}
