/**
 * The comments above the properties of an object in a source file, by the names of the properties, so
 * that what documents a definition stands beside it only once.
 */
export function commentsIn(source: string): Map<string, string> {
  const documented = source.matchAll(/^ {2}\/\*\*(.*?)\*\/\n {2}(?:'([^']+)'|(\w+)):/gms);
  return new Map(
    [...documented].map(([, comment = '', quoted, name]) => [
      quoted ?? name ?? '',
      comment
        .replaceAll(/\n\s*\*/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ]),
  );
}
