import * as v from 'valibot';

/* Messages of the IPC of sway and i3: a magic, a length, a type, then JSON. */
const magic = Buffer.from('i3-ipc');
export const headBytes = magic.length + 8;

/** What can be asked, by its number in the protocol. */
export const requestTypes = { run: 0, subscribe: 2, tree: 4, config: 9 } as const;
export type Request = keyof typeof requestTypes;

/** Set in the type of what comes unasked. */
const eventFlag = 0x8000_0000;
export type EventName = 'workspace' | 'window' | 'binding';
const eventNames: Record<number, EventName> = { 0: 'workspace', 3: 'window', 5: 'binding' };

/** A tree of a thousand windows has a megabyte. */
const longestBytes = 64 * 1024 * 1024;

export function encodeMessage(request: Request, payload: string): Buffer {
  const body = Buffer.from(payload);
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  head.writeUInt32LE(body.length, magic.length);
  head.writeUInt32LE(requestTypes[request], magic.length + 4);
  return Buffer.concat([head, body]);
}

/** An event has its name, or `other` where it is of no interest; an answer has none. */
export interface Received {
  event: EventName | 'other' | null;
  value: unknown;
}

/**
 * Takes the first message off the bytes; null where it is not complete yet.
 *
 * @throws where the bytes are no message
 */
export function decodeMessage(bytes: Buffer): { received: Received; rest: Buffer } | null {
  if (bytes.length < headBytes) return null;
  const length = bytes.readUInt32LE(magic.length);
  if (!bytes.subarray(0, magic.length).equals(magic) || length > longestBytes)
    throw new Error('The window manager sends what is no message.');
  if (bytes.length < headBytes + length) return null;
  const type = bytes.readUInt32LE(magic.length + 4);
  const isEvent = type >= eventFlag;
  const value: unknown = JSON.parse(bytes.toString('utf8', headBytes, headBytes + length));
  const event = isEvent ? (eventNames[type - eventFlag] ?? 'other') : null;
  return { received: { event, value }, rest: bytes.subarray(headBytes + length) };
}

const optionalText = v.optional(v.nullable(v.string()), null);

interface Node {
  id: number;
  focused: boolean;
  pid: number | null;
  name: string | null;
  app_id: string | null;
  shell: string | null;
  window_properties: { class: string | null } | null;
  rect: { x: number; y: number };
  nodes: Node[];
  floating_nodes: Node[];
}

/** A node of the tree of windows; all that is read of it. */
export const nodeSchema: v.GenericSchema<unknown, Node> = v.object({
  id: v.number(),
  focused: v.boolean(),
  pid: v.optional(v.nullable(v.number()), null),
  name: optionalText,
  app_id: optionalText,
  shell: optionalText,
  window_properties: v.optional(v.nullable(v.object({ class: optionalText })), null),
  rect: v.object({ x: v.number(), y: v.number() }),
  nodes: v.array(v.lazy(() => nodeSchema)),
  floating_nodes: v.array(v.lazy(() => nodeSchema)),
});

/** The answer to commands, one entry for each. */
export const resultsSchema = v.array(v.object({ success: v.boolean() }));

export const configSchema = v.object({ config: v.string() });

export const bindingEventSchema = v.object({ binding: v.object({ command: v.string() }) });

/** sway has read its configuration again. */
export const reloadEventSchema = v.object({ change: v.literal('reload') });

/** A window has a title now, as each has once it is shown; before that it has none. */
export const titleEventSchema = v.object({
  change: v.literal('title'),
  container: v.object({ id: v.number(), name: optionalText }),
});

/** A window that is shown. */
export interface SwayWindow {
  id: number;
  pid: number;
  /** What the program calls itself. */
  name: string;
  title: string;
  /** An X window, by way of XWayland. */
  isX11: boolean;
}

/** The window that has the focus; null where none has. */
export function focusedIn(tree: Node): SwayWindow | null {
  const node = findFocused(tree);
  if (!node?.pid) return null;
  return {
    id: node.id,
    pid: node.pid,
    name: node.app_id ?? node.window_properties?.class ?? '',
    title: node.name ?? '',
    isX11: node.shell === 'xwayland',
  };
}

export interface FloatingWindow {
  title: string;
  x: number;
  y: number;
}

/** The windows that float, with their places on the desktop. */
export const floatingIn = (node: Node): FloatingWindow[] => [
  ...node.floating_nodes.map(({ name, rect }) => ({ title: name ?? '', x: rect.x, y: rect.y })),
  ...node.nodes.flatMap(floatingIn),
];

function findFocused(node: Node): Node | null {
  if (node.focused) return node;
  for (const child of [...node.nodes, ...node.floating_nodes]) {
    const found = findFocused(child);
    if (found !== null) return found;
  }
  return null;
}
