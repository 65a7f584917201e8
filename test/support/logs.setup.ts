import { afterEach } from 'vitest';
import { takeLogs } from './logs.ts';

/* Prints the logs of a failed test's apps. They contain neither speech nor a key. */
afterEach(({ task }) => {
  const logs = takeLogs();
  if (task.result?.state !== 'fail') return;
  for (const log of logs) console.error(`The log of an app of “${task.name}”:\n${log}`);
});
