/** What microphone and connection do. */
export const status = {
  off: 'Captions are off',
  starting: 'Starting…',
  connecting: 'Connecting…',
  listening: 'Listening…',
  reconnecting: (savedSeconds: number): string =>
    savedSeconds < 1 ? 'Reconnecting…' : `Reconnecting… ${savedSeconds} s saved`,
  catchingUp: (leftSeconds: number): string => `Catching up, ${leftSeconds} s left`,
  catchingUpCosts: (leftSeconds: number): string =>
    `Catching up, ${leftSeconds} s left. Until then you pay for a second session, too.`,
  finishing: 'Finishing…',
};
