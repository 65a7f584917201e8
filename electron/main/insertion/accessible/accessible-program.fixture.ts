import type { MethodCall } from '../../dbus/session-bus.ts';
import { rootOf, states, type AccessibleBus } from './accessibility-bus.ts';

/** What a program reports of a window or a widget. */
export interface Widget {
  isFocused?: boolean;
  /** It does not answer. */
  isSilent?: boolean;
  children?: Widget[];
}

const processId = 7;
const sender = ':1.7';
const root = rootOf(sender).path;

const focusOf = (widget: Widget | undefined): number =>
  widget?.isFocused === true ? states.focused : 0;

/**
 * An accessibility bus with one program, whose only window has these widgets. It counts the calls, and a call
 * without an answer fails after its own time.
 */
export class AccessibleProgram implements AccessibleBus {
  /** The text of the widget with the focus. The caret is at its end. */
  text = '';
  /** How many reads after a deletion report what there was before. */
  lateReads = 0;
  calls = 0;
  readonly #widgets = new Map<string, Widget>();
  readonly #paths = new Map<Widget, string>();
  #textBefore = '';

  constructor(...children: Widget[]) {
    this.#add({ children }, '/window');
  }

  pidOf(): Promise<number> {
    return Promise.resolve(processId);
  }

  async call(call: MethodCall): Promise<unknown[]> {
    this.calls += 1;
    const widget = this.#widgets.get(call.path);
    if (widget?.isSilent !== true) return this.#answer(call, widget);
    await new Promise((resolve) => setTimeout(resolve, call.timeoutMs));
    throw new Error('The program does not answer.');
  }

  #add(widget: Widget, path: string): void {
    this.#widgets.set(path, widget);
    this.#paths.set(widget, path);
    widget.children?.forEach((child, index) => this.#add(child, `${path}/${index}`));
  }

  #answer(
    { destination, path, member, body = [] }: MethodCall,
    widget: Widget | undefined,
  ): unknown[] {
    switch (member) {
      case 'GetChildren':
        if (destination !== sender) return [[[sender, root]]];
        if (path === root) return [[[sender, '/window']]];
        return [widget?.children?.map((child) => [sender, this.#paths.get(child)]) ?? []];
      case 'GetState':
        return [[states.showing | (path === '/window' ? states.active : 0) | focusOf(widget)]];
      case 'GetNSelections':
        return [0];
      case 'Get':
        return [{ value: body[1] === 'CaretOffset' ? this.text.length : this.#reported().length }];
      case 'GetText':
        return [this.text.slice(Number(body[0]), Number(body[1]))];
      case 'DeleteText':
        this.#textBefore = this.text;
        this.text = this.text.slice(0, Number(body[0])) + this.text.slice(Number(body[1]));
        return [true];
      default:
        throw new Error(`The program does not know ${member}.`);
    }
  }

  #reported(): string {
    if (this.#textBefore === '' || this.lateReads === 0) return this.text;
    this.lateReads -= 1;
    return this.#textBefore;
  }
}
