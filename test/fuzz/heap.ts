import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as v from 'valibot';

setFlagsFromString('--expose-gc');
const collect = v.parse(v.function(), runInNewContext('gc'));

/** What is reachable, in bytes: on the heap, and in buffers beside it. */
export function reachableBytes(): number {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
