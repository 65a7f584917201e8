import type { Retry } from './failure.ts';

/** What the sentence of a refusal may name. */
export interface RefusalFacts {
  /** Of the service: `host[:port]`. */
  host: string;
  /** What the service said, quoted and in brackets after a space; empty if it said nothing. */
  said: string;
  /** The close code or the HTTP status. */
  number: number;
  /** The model that was asked for, and one that is offered instead. */
  model: string;
  successor: string;
}

/** One way in which the service, or something in front of it, says no. */
export interface Refusal {
  /** For the log; ends in the number where one code has several numbers. */
  code: string;
  /** What happened: the first half of what the person reads, without a full stop. */
  what: string | ((facts: RefusalFacts) => string);
  /** What the person can do: the second half. Empty: nothing but to start again. */
  whatToDo: string | ((facts: RefusalFacts) => string);
  retry: Retry;
}

export const never = 'never';
export const later = 'with-backoff';

export const wrongKey: Refusal = {
  code: 'wrong-key',
  what: 'AssemblyAI did not accept the API key',
  whatToDo: 'Open CaptionKey and paste a valid key',
  retry: never,
};
export const noCredit: Refusal = {
  code: 'no-credit',
  what: 'Your AssemblyAI account has no credit left',
  whatToDo: 'Top it up on assemblyai.com',
  retry: never,
};
export const tooManySessions: Refusal = {
  code: 'too-many-sessions',
  what: 'AssemblyAI allows no further session for this key now',
  whatToDo: 'Stop another app that uses it, or wait a minute',
  retry: later,
};
export const otherRegion: Refusal = {
  code: 'other-region',
  what: ({ said }) => `AssemblyAI does not accept this key in this region${said}`,
  whatToDo: 'Choose another region under Recognition',
  retry: never,
};
export const paidOnly: Refusal = {
  code: 'paid-only',
  what: ({ said }) => `AssemblyAI offers this to paying accounts only${said}`,
  whatToDo: 'Add a credit card on assemblyai.com, or choose another model',
  retry: never,
};
export const unpaid: Refusal = {
  code: 'unpaid',
  what: ({ said }) => `AssemblyAI has not received a payment${said}`,
  whatToDo: 'Check your billing on assemblyai.com',
  retry: never,
};
export const limitReached: Refusal = {
  code: 'limit-reached',
  what: ({ said }) => `Your AssemblyAI account has reached a limit${said}`,
  whatToDo: 'Check its plan and limits on assemblyai.com',
  retry: never,
};
export const accountDisabled: Refusal = {
  code: 'account-disabled',
  what: 'Your AssemblyAI account is disabled',
  whatToDo: 'Write to support@assemblyai.com',
  retry: never,
};
export const outdated: Refusal = {
  code: 'outdated',
  what: ({ said }) => `AssemblyAI wants a newer version of CaptionKey${said}`,
  whatToDo: 'Update CaptionKey',
  retry: never,
};
export const serviceFault: Refusal = {
  code: 'service-fault',
  what: ({ said }) => `AssemblyAI has a fault of its own${said}`,
  whatToDo: '',
  retry: later,
};
export const blocked: Refusal = {
  code: 'http',
  what: ({ number }) => `Something in this network blocks live connections (HTTP ${number})`,
  whatToDo: 'Ask who runs the network to allow WebSocket',
  retry: never,
};
export const busy: Refusal = {
  code: 'http',
  what: ({ host, number }) => `${host} cannot answer now (HTTP ${number})`,
  whatToDo: 'Wait a minute',
  retry: later,
};
export const networkLogin: Refusal = {
  code: 'network-login',
  what: 'This network wants you to log in',
  whatToDo: 'Open a browser and log in',
  retry: later,
};
export const lost: Refusal = {
  code: 'connection-lost',
  what: ({ host, said }) => `The connection to ${host} was lost${said}`,
  whatToDo: '',
  retry: later,
};
export const wrongAddress: Refusal = {
  code: 'http',
  what: ({ host, number }) => `${host} has no such service (HTTP ${number})`,
  whatToDo: 'Check CAPTIONKEY_STREAMING_URL if it is set; else update CaptionKey',
  retry: never,
};
export const tooLong: Refusal = {
  code: 'http',
  what: ({ number }) => `Your terms and prompt are too long for this network (HTTP ${number})`,
  whatToDo: 'Shorten them under Words',
  retry: never,
};
export const tooSlow: Refusal = {
  code: 'http',
  what: ({ host, number }) => `${host} waited too long for CaptionKey (HTTP ${number})`,
  whatToDo: 'Check the internet connection',
  retry: later,
};
