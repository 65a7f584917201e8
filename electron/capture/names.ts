import type { Microphone } from '#shared/microphone.ts';

const mostCharacters = 200;

/** A name that a device or a sound server reports, as one line that can be shown; maybe empty. */
export const cleanName = (name: string): string =>
  name
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD\s]+/gu, ' ')
    .trim()
    .slice(0, mostCharacters)
    // Half of a picture or of a rare sign cannot be shown.
    .replace(/[\uD800-\uDBFF]$/, '');

/** A microphone as it is reported, before its name is told apart from the others. */
export type FoundMicrophone = Pick<Microphone, 'id' | 'name' | 'hostApi' | 'isDefault'> & {
  /** The name that version 0.1 listed it under. */
  listedAs: string;
};

/**
 * Gives microphones of one host API that have one name a number: "USB Microphone", "USB Microphone
 * (2)". They are numbered by their ids, so that the numbers do not depend on which was plugged in
 * first.
 */
export function withDistinctNames(found: FoundMicrophone[]): Microphone[] {
  const names = new Map<FoundMicrophone, string>();
  const isTaken = (name: string, hostApi: string): boolean =>
    [...names].some(([other, given]) => other.hostApi === hostApi && given === name);
  // A name that only one microphone has stays as it is, even if it looks like a numbered one.
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
    const { id, hostApi, isDefault, listedAs } = microphone;
    // Version 0.1 took the first of one name.
    const isFirst = !found
      .slice(0, index)
      .some((earlier) => earlier.hostApi === hostApi && earlier.listedAs === listedAs);
    return {
      id,
      name: names.get(microphone) ?? id,
      hostApi,
      oldName: isFirst && listedAs !== '' ? listedAs.slice(0, 500) : null,
      isDefault,
    };
  });
}

/** By code units, so that the order is the same in every locale. */
const compare = (a: string, b: string): number => Number(a > b) - Number(a < b);
