import * as v from 'valibot';
import { variant, type SessionBus } from './session-bus.ts';

export const portal = {
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
};

/** The name of the installed desktop file, by which portals know the app. */
const appId = 'io.github.captionkey.CaptionKey';

const responseSchema = v.tuple([v.number(), v.record(v.string(), v.unknown())]);

/** The end of a request: granted, refused by the person, or failed. */
export type Response =
  { type: 'granted'; results: Record<string, unknown> } | { type: 'refused' | 'failed' };

const refused = 1;
let requests = 0;

/**
 * Sends a request to a portal, which may ask the person and takes as long as they do. Rejects if the
 * portal is missing.
 *
 * @param request `body` has the options of this request; those of every request are added
 */
export async function requestPortal(
  bus: SessionBus,
  request: {
    interface: string;
    member: string;
    signature: string;
    body: (handle: Record<string, unknown>) => unknown[];
  },
): Promise<Response> {
  const token = `captionkey${(requests += 1)}`;
  const sender = bus.name.slice(1).replaceAll('.', '_');
  const answer = Promise.withResolvers<Response>();
  // The answer may come before the call has returned.
  const ignore = await bus.listen(
    {
      sender: portal.destination,
      interface: 'org.freedesktop.portal.Request',
      member: 'Response',
      path: `${portal.path}/request/${sender}/${token}`,
    },
    ({ body }) => answer.resolve(responseOf(body)),
  );
  // A portal that ends answers no request.
  const gone = await bus.onOwnerChange(portal.destination, (hasOwner) => {
    if (!hasOwner) answer.resolve({ type: 'failed' });
  });
  try {
    const { interface: interfaceName, member, signature } = request;
    const body = request.body({ handle_token: variant('s', token) });
    await bus.call({ ...portal, interface: interfaceName, member, signature, body });
    return await answer.promise;
  } finally {
    ignore();
    gone();
  }
}

function responseOf(body: unknown[]): Response {
  const response = v.safeParse(responseSchema, body);
  if (!response.success) return { type: 'failed' };
  const [code, results] = response.output;
  if (code === 0) return { type: 'granted', results };
  return { type: code === refused ? 'refused' : 'failed' };
}

/** The version of an interface of the portal. Rejects if the interface is missing. */
export async function portalVersion(bus: SessionBus, interfaceName: string): Promise<number> {
  const get = { interface: 'org.freedesktop.DBus.Properties', member: 'Get', signature: 'ss' };
  const answer = await bus.call({ ...portal, ...get, body: [interfaceName, 'version'] });
  return v.parse(versionSchema, answer)[0].value;
}

const versionSchema = v.tuple([v.object({ value: v.number() })]);

/**
 * Registers the app's name with the portal, which stores permissions under it. Does nothing if the
 * portal is older than this, or if no desktop file of that name is installed.
 */
export async function nameApp(bus: SessionBus): Promise<void> {
  await bus
    .call({
      ...{ ...portal, interface: 'org.freedesktop.host.portal.Registry', member: 'Register' },
      ...{ signature: 'sa{sv}', body: [appId, {}] },
    })
    .catch(() => undefined);
}
