import { afterEach } from 'vitest';
import { takeLogs } from './logs.ts';

/* With a test that failed, the logs of its apps are printed; neither speech nor key is in them. */
afterEach(({ task }) => {
  const logs = takeLogs();
  if (task.result?.state !== 'fail') return;
  for (const log of logs) console.error(`The log of an app of “${task.name}”:\n${log}`);
});
