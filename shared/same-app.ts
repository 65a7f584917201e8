/** Whether a profile's name means an app: the same name, in capitals or not. */
export const isSameApp = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();
