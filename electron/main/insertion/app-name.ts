/** The program's name for people, from its window's class: `org.gnome.Console` is `Console`. Empty: unknown. */
export function appName(windowClass: string[]): string {
  const name = windowClass.at(-1) ?? '';
  return /^(?:[a-z]{2,}\.)+([\w-]+)$/.exec(name)?.[1] ?? name;
}
