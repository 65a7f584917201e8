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

export interface RefusalRow extends Refusal {
  /** Of the close and the Error, which carry the same number, or of the answer to the upgrade. */
  of: 'close' | 'http';
  /** First and last number. */
  numbers: readonly [number, number];
  /** What the text has to say, after the service's prefix; anything if there is none. */
  says?: RegExp;
}

const close = (number: number, row: Refusal, says?: RegExp): RefusalRow => ({
  of: 'close',
  numbers: [number, number],
  ...row,
  ...(says !== undefined && { says }),
});
const http = (first: number, last: number, row: Refusal): RefusalRow => ({
  of: 'http',
  numbers: [first, last],
  ...row,
});

const never = 'never';
const later = 'with-backoff';

const wrongKey: Refusal = {
  code: 'wrong-key',
  what: 'AssemblyAI did not accept the API key',
  whatToDo: 'Open CaptionKey and paste a valid key',
  retry: never,
};
const noCredit: Refusal = {
  code: 'no-credit',
  what: 'Your AssemblyAI account has no credit left',
  whatToDo: 'Top it up on assemblyai.com',
  retry: never,
};
const tooManySessions: Refusal = {
  code: 'too-many-sessions',
  what: 'AssemblyAI allows no further session for this key now',
  whatToDo: 'Stop another app that uses it, or wait a minute',
  retry: later,
};
const networkLogin: Refusal = {
  code: 'network-login',
  what: 'This network wants you to log in',
  whatToDo: 'Open a browser and log in',
  retry: later,
};
const lost: Refusal = {
  code: 'connection-lost',
  what: ({ host, said }) => `The connection to ${host} was lost${said}`,
  whatToDo: '',
  retry: later,
};
const wrongAddress: Refusal = {
  code: 'http',
  what: ({ host, number }) => `${host} has no such service (HTTP ${number})`,
  whatToDo: 'Check CAPTIONKEY_STREAMING_URL if it is set; else update CaptionKey',
  retry: never,
};
const tooLong: Refusal = {
  code: 'http',
  what: ({ number }) => `Your terms and prompt are too long for this network (HTTP ${number})`,
  whatToDo: 'Shorten them under Words',
  retry: never,
};
const tooSlow: Refusal = {
  code: 'http',
  what: ({ host, number }) => `${host} waited too long for CaptionKey (HTTP ${number})`,
  whatToDo: 'Check the internet connection',
  retry: later,
};

/** Words for what is wrong with a credential, and for the credential. */
const bad =
  '(?:missing|no|not valid|invalid|incorrect|wrong|unknown|unrecogni[sz]ed|expired|revoked|deleted|disabled|malformed|not found|not recogni[sz]ed|required|failed|rejected)';
const credential =
  '(?:(?:api|access|temporary|auth|authentication)[ _-]?(?:keys?|tokens?)|keys?|tokens?|credentials?|authorization(?: header)?|authentication)';

/** Words for a model that is not offered, and for a parameter that a model does not have. */
const gone =
  '(?:unknown|unsupported|invalid|deprecated|retired|removed|unavailable|no such|no longer|not (?:found|supported|available|offered|valid|allowed))';
const notSomethingFor =
  '(?<!(?:supported|available|allowed|valid|accepted|parameter) (?:for|by|on|with|in|of) (?:the |this )?)';

/**
 * What every refusal means, from the most special to the most general: the first row that fits
 * counts. Sources: AssemblyAI's “Common session errors and closures”, its streaming reference, and
 * RFC 9110, RFC 6455 and RFC 6585 for what others answer.
 */
export const refusalTable: readonly RefusalRow[] = [
  close(1008, tooManySessions, /too many|concurren|rate limit/i),
  close(
    1008,
    {
      code: 'paid-only',
      what: ({ said }) => `AssemblyAI offers this to paying accounts only${said}`,
      whatToDo: 'Add a credit card on assemblyai.com, or choose another model',
      retry: never,
    },
    /paid[ -]only|credit card|upgrade|paid (?:plan|account|feature)|free (?:tier|plan|account|user)/i,
  ),
  close(1008, noCredit, /\bbalance\b|\bfunds?\b|\bcredits?\b|payment|billing|past due|overdue/i),
  close(
    1008,
    wrongKey,
    new RegExp(
      `^(?:not authori[sz]ed|unauthori[sz]ed)?[.!]?$|\\b${bad}(?:(?:,? or |\\/)\\w+)? (?:your |the |an? )?${credential}\\b|\\b${credential}(?: you (?:provided|sent|used))?(?:,| is| was| are| has| has been)? ${bad}`,
      'i',
    ),
  ),
  close(
    1008,
    {
      code: 'account-disabled',
      what: 'Your AssemblyAI account is disabled',
      whatToDo: 'Write to support@assemblyai.com',
      retry: never,
    },
    /account\b.*\b(?:disabled|suspended|deactivated|blocked|locked|closed|banned|inactive)|(?:disabled|suspended|deactivated|blocked|locked|closed|banned|inactive) (?:user )?account/i,
  ),
  // Reported in public to pass when it is tried again.
  close(1008, { ...lost, code: 'account-refused' }, /incorrect padding/i),
  close(1008, {
    code: 'account-refused',
    what: ({ said }) => `AssemblyAI refused the connection${said}`,
    whatToDo: 'Check your account on assemblyai.com',
    retry: never,
  }),
  close(1009, {
    code: 'service',
    what: ({ number }) => `CaptionKey sent AssemblyAI too large a message (${number})`,
    whatToDo: 'Please report this',
    retry: never,
  }),
  close(1011, {
    code: 'service-fault',
    what: ({ said }) => `AssemblyAI has a fault of its own${said}`,
    whatToDo: '',
    retry: later,
  }),
  close(3005, {
    code: 'session-cancelled',
    what: ({ said }) => `AssemblyAI cancelled the session${said}`,
    whatToDo: '',
    retry: later,
  }),
  close(
    3006,
    {
      code: 'session-idle',
      what: 'AssemblyAI ended the session because nothing was sent',
      whatToDo: '',
      retry: 'at-once',
    },
    /no messages received|inactiv|\bidle\b/i,
  ),
  close(
    3006,
    {
      code: 'model-refused',
      what: ({ model }) => `AssemblyAI does not offer ${model} any more`,
      whatToDo: ({ successor }) => `Choose ${successor} under Recognition`,
      retry: never,
    },
    new RegExp(
      `${notSomethingFor}\\bspeech[ _]models?\\b|\\b${gone} (?:\\w+ )?models?\\b|^(?:the )?(?:models?\\b.*|(?:u3|universal|whisper)[\\w.-]+ (?:is|was|has been)) ?\\b${gone}\\b`,
      'i',
    ),
  ),
  close(3006, {
    code: 'service',
    what: ({ said }) => `AssemblyAI rejected a setting or message${said}`,
    whatToDo: 'Check the settings; please report this if they are right',
    retry: never,
  }),
  close(
    3007,
    {
      code: 'service',
      what: ({ said }) => `AssemblyAI rejected the sound that CaptionKey sent${said}`,
      whatToDo: 'Please report this',
      retry: never,
    },
    /^(?!.*(?:rate exceeded|transmission rate|too fast|faster|buffered|real[ -]?time|ahead)).*(?:duration|frame|chunk|size|between|sample rate|too (?:short|long))/i,
  ),
  // Our frames are as long as they have to be, so what is left is the rate, whatever it says.
  close(3007, {
    code: 'too-fast',
    what: ({ said }) => `AssemblyAI was sent sound too fast${said}`,
    whatToDo: '',
    retry: later,
  }),
  close(
    3008,
    {
      code: 'token-expired',
      what: 'The AssemblyAI token has expired',
      whatToDo: 'Open CaptionKey and paste an API key',
      retry: never,
    },
    /^(?!.*duration).*token/i,
  ),
  close(3008, {
    code: 'session-expired',
    what: 'The session reached its longest duration',
    whatToDo: '',
    retry: 'at-once',
  }),
  close(3009, tooManySessions),
  // Faults of the network and of the server: 1000 unasked, 1001, 1005, 1006, 1012 to 1014.
  { of: 'close', numbers: [0, Infinity], ...lost },

  http(200, 399, networkLogin),
  http(511, 511, networkLogin),
  http(400, 400, {
    code: 'http',
    what: ({ host, number }) => `${host} did not understand the request (HTTP ${number})`,
    whatToDo: 'Check the settings; please report this if they are right',
    retry: never,
  }),
  http(401, 401, wrongKey),
  http(402, 402, noCredit),
  http(403, 403, {
    code: 'forbidden',
    what: ({ host, number }) => `${host} refused the API key or this network (HTTP ${number})`,
    whatToDo: 'Check the key, then ask who runs this network',
    retry: never,
  }),
  http(404, 405, wrongAddress),
  http(407, 407, {
    code: 'proxy',
    what: 'A proxy of this network asks for a user name and password',
    whatToDo: 'Put them into HTTPS_PROXY',
    retry: never,
  }),
  http(408, 408, tooSlow),
  http(410, 410, {
    code: 'http',
    what: 'AssemblyAI has retired the interface that CaptionKey uses (HTTP 410)',
    whatToDo: 'Update CaptionKey',
    retry: never,
  }),
  http(413, 414, tooLong),
  http(425, 425, tooSlow),
  http(426, 426, {
    code: 'http',
    what: ({ number }) => `Something in this network blocks live connections (HTTP ${number})`,
    whatToDo: 'Ask who runs the network to allow WebSocket',
    retry: never,
  }),
  http(429, 429, tooManySessions),
  http(431, 431, tooLong),
  http(500, 599, {
    code: 'http',
    what: ({ host, number }) => `${host} cannot answer now (HTTP ${number})`,
    whatToDo: 'Wait a minute',
    retry: later,
  }),
  http(0, Infinity, {
    code: 'http',
    what: ({ host, number }) => `${host} answered with HTTP ${number}`,
    whatToDo: 'Check CAPTIONKEY_STREAMING_URL if it is set; else please report this',
    retry: never,
  }),
];
