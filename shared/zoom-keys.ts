/** What a key asks for, pressed with Ctrl or Command; null if it is no zoom key. */
export function zoomOf(key: string): 'in' | 'out' | 'reset' | null {
  switch (key) {
    // Plus without Shift, on many keyboards; minus with it.
    case '+':
    case '=':
      return 'in';
    case '-':
    case '_':
      return 'out';
    case '0':
      return 'reset';
    default:
      return null;
  }
}
