import * as v from 'valibot';

/** The D-Bus interface that receives the script's reports. */
export const reportInterface = 'io.github.captionkey.CaptionKey.Focus';

const windowSchema = v.object({
  /** Unique while KWin runs. */
  id: v.string(),
  pid: v.number(),
  /** The program's own name, such as `org.kde.kate`. */
  windowClass: v.string(),
  /** Whether it is an X window on XWayland. Plasma 6 does not report it. */
  isX11: v.boolean(),
});

/** A window in KWin's scripts. Its title is omitted, because nothing needs it. */
export type KwinWindow = v.InferOutput<typeof windowSchema>;

/** The argument of the script's call: a window in JSON, or null if none has the focus. */
export const reportSchema = v.pipe(
  v.tuple([v.string()]),
  v.transform(([json]) => json),
  v.parseJson(),
  v.nullable(windowSchema),
);

/**
 * The script that runs inside KWin. The desktop and the panels sometimes have the focus, but take no
 * text.
 *
 * @param receiver the name on the session bus that gets the reports
 */
export const focusScript = (receiver: string): string => `
var activated = workspace.windowActivated || workspace.clientActivated;
function report(window) {
  var isTarget = window && !window.desktopWindow && !window.dock;
  callDBus(${JSON.stringify(receiver)}, '/', '${reportInterface}', 'Report', JSON.stringify(isTarget ? {
    id: String(window.internalId),
    pid: Number(window.pid),
    windowClass: String(window.resourceClass),
    isX11: Boolean(window.windowId),
  } : null));
}
activated.connect(report);
report(workspace.activeWindow || workspace.activeClient);
`;
