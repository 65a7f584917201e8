/** HTTP answers to the upgrade from the service's front end, and the sentence that is shown for each. */
import { noCredit, tooMany, wrongKey, type Row } from './refusal-rows.fixture.ts';

/** An answer to the upgrade. */
export interface HttpRow extends Row {
  number: number;
  headers?: Record<string, string>;
  body?: string;
}

const login = {
  retry: 'with-backoff',
  code: 'network-login',
  sentence: 'This network wants you to log in. Open a browser and log in, then start again.',
} as const;
const wrongAddress = (number: number): HttpRow => ({
  number,
  retry: 'never',
  code: 'wrong-address',
  sentence: `HOST has no such service (HTTP ${number}). Check CAPTIONKEY_STREAMING_URL if it is set; else update CaptionKey.`,
});
const tooLong = (number: number): HttpRow => ({
  number,
  retry: 'never',
  code: 'request-too-long',
  sentence: `Your terms and prompt are too long for this network (HTTP ${number}). Shorten them under Dictionary.`,
});
const tooSlow = (number: number): HttpRow => ({
  number,
  retry: 'with-backoff',
  code: 'request-too-slow',
  sentence: `HOST waited too long for CaptionKey (HTTP ${number}). Check the internet connection, then start again.`,
});
const blocked = (number: number): HttpRow => ({
  number,
  retry: 'never',
  code: 'http-blocked',
  sentence: `Something in this network blocks live connections (HTTP ${number}). Ask who runs the network to allow WebSocket.`,
});
const busy = (number: number): HttpRow => ({
  number,
  retry: 'with-backoff',
  code: 'service-busy',
  sentence: `HOST cannot answer now (HTTP ${number}). Wait a minute, then start again.`,
});
const unknown = (number: number): HttpRow => ({
  number,
  retry: 'never',
  code: 'http',
  sentence: `HOST answered with HTTP ${number}. Check CAPTIONKEY_STREAMING_URL if it is set; else please report this.`,
});
const page = {
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: '<!doctype html><title>Welcome to our hotel</title>',
};
const toLogin = { headers: { location: 'http://login.hotel.example/' } };

/** A login page where the service should be. */
export const loginPage: HttpRow = { number: 200, ...page, ...login };

export const httpRows: HttpRow[] = [
  blocked(101),
  loginPage,
  { number: 204, ...login },
  ...[301, 302, 303, 307, 308].map((number) => ({ number, ...toLogin, ...login })),
  { number: 511, ...page, ...login },
  {
    number: 400,
    retry: 'never',
    code: 'bad-gateway-request',
    sentence:
      'HOST did not understand the request (HTTP 400). Check the settings; please report this if they are right.',
  },
  { number: 401, ...wrongKey },
  { number: 402, ...noCredit },
  {
    number: 403,
    retry: 'never',
    code: 'forbidden',
    sentence:
      'HOST refused the API key or this network (HTTP 403). Check the key, then ask who runs this network.',
  },
  wrongAddress(404),
  wrongAddress(405),
  {
    number: 407,
    retry: 'never',
    code: 'proxy-login',
    sentence:
      'A proxy of this network asks for a user name and password. Put them into HTTPS_PROXY.',
  },
  tooSlow(408),
  {
    number: 410,
    retry: 'never',
    code: 'interface-retired',
    sentence:
      'AssemblyAI has retired the interface that CaptionKey uses (HTTP 410). Update CaptionKey.',
  },
  tooLong(413),
  tooLong(414),
  unknown(418),
  tooSlow(425),
  busy(421),
  blocked(426),
  { number: 429, headers: { 'retry-after': '7' }, ...tooMany },
  tooLong(431),
  {
    number: 451,
    retry: 'never',
    code: 'legally-blocked',
    sentence: 'HOST is blocked here for legal reasons (HTTP 451). Ask who runs this network.',
  },
  tooLong(494),
  busy(499),
  blocked(501),
  blocked(505),
  ...[500, 502, 503, 504, 520, 525, 529, 530, 599].map(busy),
  unknown(600),
];
