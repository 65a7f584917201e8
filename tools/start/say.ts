/** Prints a line to standard error. Standard output belongs to the app. */
export const say = (text: string): void => {
  process.stderr.write(`captionkey: ${text}\n`);
};
