/** Resolves as a promise does, or with `otherwise` if that takes longer. */
export async function withinTime<T>(
  promise: Promise<T>,
  timeoutMs: number,
  otherwise: T,
): Promise<T> {
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.resolve(otherwise), timeoutMs);
  return Promise.race([promise, late.promise]).finally(() => clearTimeout(timer));
}
