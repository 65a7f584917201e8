import { afterEach, expect, test, vi } from 'vitest';
import { patient } from '../../../test/support/patient.ts';
import { cleanUp, connect, serve, settle, texts } from './dial.fixture.ts';

afterEach(cleanUp);

test('a ping is answered after everything that the other end sent before', async () => {
  const url = await serve((socket) => {
    socket.on('message', () => socket.send('word'));
    socket.send('go');
  });
  const { connection, events } = connect(url);
  await vi.waitFor(() => expect(texts(events)).toEqual(['go']), patient);
  connection.sendText('{}');
  const known = await new Promise((resolve) => connection.ping(() => resolve(texts(events))));
  expect(known).toEqual(['go', 'word']);
});

test('of two pings the newest is answered, and after a close none', async () => {
  const answers: (() => void)[] = [];
  const url = await serve(
    (socket) => {
      socket.on('ping', (data) => answers.push(() => socket.pong(data)));
      socket.send('go');
    },
    { autoPong: false },
  );
  const { connection, events } = connect(url);
  await vi.waitFor(() => expect(texts(events)).toEqual(['go']), patient);
  const answered: number[] = [];
  for (const count of [1, 2, 3]) connection.ping(() => answered.push(count));
  await vi.waitFor(() => expect(answers).toHaveLength(3), patient);
  answers[1]?.();
  await settle();
  expect(answered).toEqual([]);
  answers[2]?.();
  await vi.waitFor(() => expect(answered).toEqual([3]), patient);

  connection.ping(() => answered.push(4));
  await vi.waitFor(() => expect(answers).toHaveLength(4), patient);
  connection.close();
  answers[3]?.();
  await settle();
  expect(answered).toEqual([3]);
});
