import type { PresentMicrophone } from '#shared/microphone.ts';

const mostCharacters = 200;

/** Makes one printable line of a name that a device or a sound server reports. May be empty. */
export const cleanName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD\s]+/gu, ' ')
    .trim()
    .slice(0, mostCharacters)
    // The cut may leave half of a surrogate pair.
    .replace(/[\uD800-\uDBFF]$/, '');

/** A microphone as the system reports it, before equal names are numbered. */
export type FoundMicrophone = Pick<
  PresentMicrophone,
  'id' | 'name' | 'hostApi' | 'isDefault' | 'isMonitor' | 'isOfDefaultOutput'
> & {
  /** The name that version 0.1 listed it under. */
  listedAs: string;
};

/**
 * Numbers the microphones of one host API that have the same name: "USB Microphone", "USB Microphone
 * (2)". The numbers follow the ids, so they do not depend on the order in which the microphones were
 * connected.
 */
export function withDistinctNames(found: FoundMicrophone[]): PresentMicrophone[] {
  const names = new Map<FoundMicrophone, string>();
  const isTaken = (name: string, hostApi: string): boolean =>
    [...names].some(([other, given]) => other.hostApi === hostApi && given === name);
  // A name that occurs once is kept, even if it looks like a numbered one.
  const isShared = ({ name, hostApi }: FoundMicrophone): boolean =>
    found.filter((other) => other.name === name && other.hostApi === hostApi).length > 1;
  for (const microphone of found) if (!isShared(microphone)) names.set(microphone, microphone.name);
  const shared = found.filter(isShared).sort((a, b) => compare(a.id, b.id));
  for (const microphone of shared) {
    const { name, hostApi } = microphone;
    let distinct = name;
    for (let number = 2; isTaken(distinct, hostApi); number += 1) distinct = `${name} (${number})`;
    names.set(microphone, distinct);
  }
  return found.map((microphone, index) => {
    const { id, hostApi, isDefault, isMonitor, isOfDefaultOutput, listedAs } = microphone;
    // Version 0.1 stored the name only and opened the first microphone that had it.
    const isFirst = !found
      .slice(0, index)
      .some((earlier) => earlier.hostApi === hostApi && earlier.listedAs === listedAs);
    return {
      id,
      name: names.get(microphone) ?? id,
      hostApi,
      oldName: isFirst && listedAs !== '' ? listedAs.slice(0, 500) : null,
      isDefault,
      ...(isMonitor === true && { isMonitor }),
      ...(isOfDefaultOutput === true && { isOfDefaultOutput }),
    };
  });
}

/** By code units, so that the order is the same in every locale. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
