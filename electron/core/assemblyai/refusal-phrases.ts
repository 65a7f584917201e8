/*
 * Patterns for the texts of refusals. They match texts without quotation marks and with spaces for
 * underscores, see `comparable`. The service documents only some of its texts, so each pattern matches
 * the usual wordings of one reason.
 */

/** Words for what is wrong with a credential, and for credentials. */
const bad =
  '(?:missing|no|not valid|invalid|incorrect|wrong|bad|unknown|unrecogni[sz]ed|unsupported|expired|revoked|deleted|disabled|deactivated|inactive|suspended|malformed|not found|not recogni[sz]ed|not provided|not supported|required|failed|rejected|does(?: not|nt) exist|(?:already |previously )used)';
const credential =
  '(?:(?:api|access|temporary|auth|authentication|bearer)[ _-]?(?:keys?|tokens?)|keys?|tokens?|credentials?|authorization(?: header)?|authentication)';
const linkedTo =
  '(?: (?:you )?(?:provided|sent|used|specified))?(?:,| is| was| are| has| has been| have been)?';

export const wrongKey = new RegExp(
  [
    // No reason, or only that the connection is unauthorised.
    '^(?:not authori[sz]ed|unauthori[sz]ed|not authenticated|unauthenticated)?[.!]?$',
    `\\b${bad}(?:(?:,? or |\\/)\\w+)? (?:your |the |an? )?${credential}\\b`,
    `\\b${credential}${linkedTo}(?: already| previously)? ${bad}`,
    '(?:could not|cannot|unable to|failed to) (?:be )?(?:authenticate|(?:validate|verify) (?:the |your )?(?:api )?(?:credentials?|keys?|tokens?))',
  ].join('|'),
  'i',
);

const session = '(?:sessions?|connections?|streams?|sockets?|websockets?|requests?)';

/** The account has too many sessions, or opened one too soon. A later retry can succeed. */
export const tooManySessions = new RegExp(
  `too many(?:$|[^a-z ]| (?:\\w+ ){0,3}?${session}\\b)|concurren|rate[ -]?limit|${session} limit|(?:limit|maximum|max)(?: allowed)?(?: number)? (?:of|on|for) (?:\\w+ )?${session}\\b`,
  'i',
);

/** The region of the address is the wrong one. */
export const otherRegion = /\bregions?\b|\bresidency\b|\beu\b|\beurope/i;

/** Only accounts with a credit card have this. */
export const paidOnly =
  /paid[ -]only|(?:add|missing|no|need|needs|require|requires|without) (?:a |your )?(?:valid )?credit card|upgrade (?:your |to |the )?(?:\w+ )?(?:plan|account|tier|subscription|paid|pro)\b|upgrade (?:required|to use)|paid (?:plan|account|feature|tier)|free (?:tier|plan|account|user)|\btrial (?:period |account )?(?:has |is |was )?(?:expired|ended|over)/i;

/** The client is too old for the service. */
export const outdated =
  /(?:upgrade|update|outdated|unsupported|deprecated) (?:your |the |to )?(?:a |the )?(?:\w+ )?(?:sdk|client|api version|version)\b/i;

/** A bill is not paid, or cannot be. */
export const unpaid =
  /payment method|past due|overdue|unpaid|non-?payment|invoice|\bcard\b.*(?:declined|expired|invalid)|invalid (?:credit )?card|outstanding balance/i;

export const noCredit = /\bbalance\b|\bfunds?\b|\bcredits?\b|payment|billing/i;

/** The account has reached a limit of its plan, or one that the person set. */
export const limitReached =
  /quota|(?:usage|spend|spending|monthly|daily|plan|hard|soft) (?:\w+ )?(?:limit|cap)\b/i;

const shut =
  '(?:disabled|suspended|deactivated|blocked|locked|closed|banned|inactive|not active|deleted|terminated|flagged|restricted|frozen|on hold)';

export const accountDisabled = new RegExp(
  `\\b(?:account|user)(?: \\S+)? ?(?:is |was |has been )?(?:temporarily |permanently |currently )?${shut}|${shut} (?:user )?account`,
  'i',
);

/** The service reports a fault of its own, under any code. */
export const serviceFault =
  /internal (?:server )?error|server error|(?:service|server|backend)(?: is)?(?: temporarily| currently)? (?:unavailable|overloaded|busy)|temporarily unavailable|try again|timed? ?out/i;

/** A session to which nothing was sent. */
export const idle = /no (?:messages?|audio|data)(?: \w+)? received|inactiv|\bidle\b|timed out/i;

/** Words for a model that is not offered, and for a parameter that a model does not have. */
const gone =
  '(?:unknown|unsupported|invalid|deprecated|retired|removed|sunset|unavailable|no such|no longer|reached (?:its )?end of life|does(?: not|nt) exist|not (?:found|supported|available|offered|valid|allowed))';
const ofTheModel =
  '(?:supported|unsupported|available|unavailable|allowed|valid|invalid|accepted|parameter) (?:for|by|on|with|in|of) (?:the |this )?';

/** The model is refused, and not a parameter that the model does not have. */
export const modelRefused = new RegExp(
  [
    `(?<!${ofTheModel})\\bspeech[ -]models?\\b`,
    `\\b${gone} (?:(?!for |by |on |with |in |of )\\w+:? )?models?\\b`,
    `^(?:the )?models?\\b.*\\b${gone}\\b`,
    `^(?:the )?(?:u3|universal|whisper)[\\w.-]*(?: pro)? (?:is|was|has been|has|does)?\\b.*\\b${gone}\\b`,
  ].join('|'),
  'i',
);

/** The length of frames is wrong, and not their rate. */
export const frameLength =
  /^(?!.*(?:rate exceeded|transmission rate|too fast|faster|quickly|buffered|real[ -]?time|ahead)).*(?:duration|frame|chunk|size|between|sample rate|too (?:short|long|large|small))/i;

/** A temporary token has expired, and not its session. */
export const tokenExpired = /^(?!.*duration).*token/i;
