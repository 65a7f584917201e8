import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startDisplay, type VirtualDisplay } from '../../tools/desktop-harness/display.ts';
import { patient } from '../../test/support/patient.ts';

/* The real key watch, started by a parent that the test kills as main might be killed. */
let screen: VirtualDisplay;
let parent: ChildProcess;
let watchPid = 0;

beforeAll(async () => {
  screen = await startDisplay({ width: 640, height: 480 });
});
afterAll(() => screen.stop());
afterEach(() => {
  parent.kill('SIGKILL');
  if (existsSync(`/proc/${watchPid}`)) process.kill(watchPid, 'SIGKILL');
});

const script = `
  import { fork } from 'node:child_process';
  const stdio = ['ignore', 'ignore', 'ignore', 'ipc'];
  const child = fork('${import.meta.dirname}/index.ts', { stdio, serialization: 'advanced', execArgv: [] });
  child.on('message', ({ type }) => console.log(type, child.pid));
  child.send({ type: 'watch', chord: { modifiers: [], key: 'F9' } });
`;

test('ends when its parent is killed, and no longer reads the keyboard', async () => {
  parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, ...screen.env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [type, pid] = await new Promise<string[]>((resolve) => {
    parent.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim().split(' ')));
  });
  watchPid = Number(pid);
  expect(type).toBe('started');
  parent.kill('SIGKILL');
  await vi.waitFor(() => expect(existsSync(`/proc/${watchPid}`)).toBe(false), patient);
});
