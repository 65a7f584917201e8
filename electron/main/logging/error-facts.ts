import { constants } from 'node:os';

/** A place in the bundle, as `file:line:column`. */
type Frame = `${(typeof places)[number][0]}:${number}:${number}`;

/**
 * The facts of an error that the log may contain. Its message could quote speech or a key, so it is not
 * among them.
 */
export interface ErrorFacts {
  error: (typeof names)[number] | 'other';
  errno: SystemErrorName | 'none';
  at: Frame[];
}

type SystemErrorName = keyof typeof constants.errno;

const names = [
  'Error',
  'TypeError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'AggregateError',
  'AbortError',
  'DOMException',
  'ValiError',
] as const;

/** The files of the bundle, as the log calls them. Frames elsewhere are omitted. */
const places = [
  ['main', /\/out\/main\/index\.js$/],
  ['chunk', /\/out\/main\/chunks\/[^/]+\.js$/],
  ['package', /\/node_modules\//],
  ['node', /^node:/],
] as const;

/** Deeper than any call of the app; more would only fill the log. */
const longestTrace = 12;

/** @param error any thrown value */
export function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { error: 'other', errno: 'none', at: [] };
  const errno = 'code' in error && isSystemErrorName(error.code) ? error.code : 'none';
  // Quotes in the message could look like a frame.
  const trace = (error.stack ?? '').replace(error.message, '');
  return {
    error: names.find((name) => name === error.name) ?? 'other',
    errno,
    at: trace.split('\n').flatMap(frameOf).slice(0, longestTrace),
  };
}

const isSystemErrorName = (code: unknown): code is SystemErrorName =>
  typeof code === 'string' && Object.hasOwn(constants.errno, code);

function frameOf(line: string): Frame[] {
  const [, file = '', row, column] = /^ +at .*?([^\s()]+):(\d+):(\d+)\)?$/.exec(line) ?? [];
  const place = places.find(([, path]) => path.test(file));
  return place === undefined ? [] : [`${place[0]}:${Number(row)}:${Number(column)}`];
}
