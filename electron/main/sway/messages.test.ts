import { expect, test } from 'vitest';
import * as v from 'valibot';
import { decodeMessage, encodeMessage, focusedIn, nodeSchema } from './messages.ts';

const message = (type: number, payload: string): Buffer => {
  const bytes = encodeMessage('run', payload);
  bytes.writeUInt32LE(type, 10);
  return bytes;
};

test('messages are decoded one after the other, however the bytes arrive', () => {
  const bytes = Buffer.concat([message(4, '{"a":1}'), message(0x8000_0005, '[]')]);
  for (let length = 0; length < 21; length += 1)
    expect(decodeMessage(bytes.subarray(0, length))).toBe(null);
  const first = decodeMessage(bytes);
  expect(first?.received).toEqual({ event: null, value: { a: 1 } });
  const second = decodeMessage(first?.rest ?? bytes);
  expect(second?.received).toEqual({ event: 'binding', value: [] });
});

test.each([
  ['another magic', Buffer.from('i4-ipc00000000')],
  ['a length beyond reason', message(0, '').fill(0xff, 6, 10)],
  ['no JSON', message(0, 'focus')],
])('%s is refused', (_what, bytes) => {
  expect(() => decodeMessage(bytes)).toThrow();
});

const rect = { x: 0, y: 0, width: 800, height: 600 };
const window = {
  id: 7,
  focused: true,
  pid: 42,
  name: 'a shell',
  app_id: 'foot',
  shell: 'xdg_shell',
  rect: { x: 10, y: 20, width: 300, height: 200 },
};
const tree = (floating: object): unknown => ({
  ...{ id: 1, focused: false, nodes: [], name: 'root', rect },
  floating_nodes: [{ nodes: [], floating_nodes: [], rect, ...floating }],
});
const focusedOf = (value: unknown) => focusedIn(v.parse(nodeSchema, value));

test('the window with the focus is found, also a floating one', () => {
  expect(focusedOf(tree(window))).toEqual({
    ...{ id: 7, pid: 42, name: 'foot', title: 'a shell', isX11: false, rect: window.rect },
  });
});

test('an X window has the name of its class', () => {
  const x11 = { ...window, app_id: null, shell: 'xwayland', window_properties: { class: 'XTerm' } };
  expect(focusedOf(tree(x11))).toMatchObject({ name: 'XTerm', isX11: true });
});

test('an empty workspace that has the focus is no window', () => {
  expect(focusedOf(tree({ id: 3, focused: true, name: '1' }))).toBe(null);
});
