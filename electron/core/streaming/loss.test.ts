import { expect, test } from 'vitest';
import type { Failure } from './failure.ts';
import { describeLoss } from './loss.ts';

test.each<[Failure, string, string]>([
  [
    { cause: 'unreachable', reason: 'ENOTFOUND' },
    'unreachable',
    'Cannot reach host.example (ENOTFOUND). Check the internet connection',
  ],
  [
    { cause: 'proxy-unreachable', proxy: 'proxy.example:8080', reason: 'ECONNREFUSED' },
    'proxy-unreachable',
    'Cannot reach the proxy proxy.example:8080 (ECONNREFUSED). Check the network',
  ],
  [
    { cause: 'timed-out' },
    'timed-out',
    'host.example does not answer. Check the internet connection',
  ],
  [{ cause: 'stalled' }, 'stalled', 'host.example does not answer. Check the internet connection'],
  [
    { cause: 'closed', code: 1006 },
    'connection-lost-1006',
    'host.example does not take the sound now',
  ],
])('%j is said without asking for anything that is done already', (failure, code, what) => {
  expect(describeLoss(failure, 'host.example')).toEqual({ code, sentence: `${what}.` });
});
