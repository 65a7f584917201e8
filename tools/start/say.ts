/** Tells what is going on, on standard error: standard output belongs to the app. */
export const say = (text: string): void => {
  process.stderr.write(`captionkey: ${text}\n`);
};
