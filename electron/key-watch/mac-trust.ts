import koffi from 'koffi';

const services = koffi.load(
  '/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices',
);
const isProcessTrusted: () => unknown = services.func('bool AXIsProcessTrusted()');

/** Whether CaptionKey is allowed under Accessibility. Unlike uiohook, it does not ask the person. */
export const isTrusted = (): boolean => isProcessTrusted() === true;
