import * as v from 'valibot';

/* The IPC messages of sway and i3: a magic, a length, a type, then JSON. */
const magic = Buffer.from('i3-ipc');
const headBytes = magic.length + 8;

/** The requests, by their numbers in the protocol. */
const requestTypes = { run: 0, subscribe: 2, tree: 4, config: 9 } as const;
export type SwayRequest = keyof typeof requestTypes;

/** The bit in the type of an event. */
const eventFlag = 0x8000_0000;
export type EventName = 'workspace' | 'window' | 'binding';
const eventNames: Record<number, EventName> = { 0: 'workspace', 3: 'window', 5: 'binding' };

/** A tree of a thousand windows has a megabyte. */
const longestBytes = 64 * 1024 * 1024;

export function encodeMessage(request: SwayRequest, payload: string): Buffer {
  const body = Buffer.from(payload);
  const head = Buffer.alloc(headBytes);
  magic.copy(head);
  head.writeUInt32LE(body.length, magic.length);
  head.writeUInt32LE(requestTypes[request], magic.length + 4);
  return Buffer.concat([head, body]);
}

/** A message. Events have their name, or `other` if they are not used. Answers have none. */
export interface Received {
  event: EventName | 'other' | null;
  value: unknown;
}

/**
 * Decodes the first message of the bytes; null if it is not complete yet.
 *
 * @throws if the bytes are no message
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

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Node {
  id: number;
  focused: boolean;
  pid: number | null;
  name: string | null;
  app_id: string | null;
  shell: string | null;
  window_properties: { class: string | null } | null;
  rect: Rectangle;
  nodes: Node[];
  floating_nodes: Node[];
}

/** A node of the tree of windows, with the fields that are read. */
export const nodeSchema: v.GenericSchema<unknown, Node> = v.object({
  id: v.number(),
  focused: v.boolean(),
  pid: v.optional(v.nullable(v.number()), null),
  name: optionalText,
  app_id: optionalText,
  shell: optionalText,
  window_properties: v.optional(v.nullable(v.object({ class: optionalText })), null),
  rect: v.object({ x: v.number(), y: v.number(), width: v.number(), height: v.number() }),
  nodes: v.array(v.lazy(() => nodeSchema)),
  floating_nodes: v.array(v.lazy(() => nodeSchema)),
});

/** The answer to commands, one entry for each. */
export const resultsSchema = v.array(v.object({ success: v.boolean() }));

export const configSchema = v.object({ config: v.string() });

export const bindingEventSchema = v.object({ binding: v.object({ command: v.string() }) });

/** sway has read its configuration again. */
export const reloadEventSchema = v.object({ change: v.literal('reload') });

/** Another window or workspace has the focus. */
export const focusEventSchema = v.object({ change: v.literal('focus') });

/** A window has its title now. Each window has one once it is shown, and none before. */
export const titleEventSchema = v.object({
  change: v.literal('title'),
  container: v.object({ id: v.number(), name: optionalText }),
});

/** A window that is shown. */
export interface SwayWindow {
  id: number;
  pid: number;
  /** The program's own name. */
  name: string;
  title: string;
  /** Whether it is an X window on XWayland. */
  isX11: boolean;
  /** Its place on the desktop. */
  rect: Rectangle;
}

/** The window that has the focus; null if none has it. */
export const focusedIn = (tree: Node): SwayWindow | null =>
  windowOf(findNode(tree, ({ focused }) => focused));

/** The window with this id; null once it is closed. */
export const windowIn = (tree: Node, id: number): SwayWindow | null =>
  windowOf(findNode(tree, (node) => node.id === id));

function windowOf(node: Node | null): SwayWindow | null {
  if (!node?.pid) return null;
  return {
    id: node.id,
    pid: node.pid,
    name: node.app_id ?? node.window_properties?.class ?? '',
    title: node.name ?? '',
    isX11: node.shell === 'xwayland',
    rect: node.rect,
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

function findNode(node: Node, isWanted: (node: Node) => boolean): Node | null {
  if (isWanted(node)) return node;
  for (const child of [...node.nodes, ...node.floating_nodes]) {
    const found = findNode(child, isWanted);
    if (found !== null) return found;
  }
  return null;
}
