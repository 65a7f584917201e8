import type { ProblemParams } from '../../problem.ts';
import { refusalWith, type Part } from '../refusal.ts';

const refusal = refusalWith({
  startAgain: 'Start again to go on',
  thenStartAgain: ', then start again',
});

const quoted = ({ said }: ProblemParams<'connection-lost'>): string =>
  said === '' ? '' : ` (“${said}”)`;
const silent: Part = ({ host }) => `${host} does not answer`;
const checkInternet = 'Check the internet connection';
const checkSettings = 'Check the settings; please report this if they are right';
const report = 'Please report this';
const allowWebSocket = 'Ask who runs the network to allow WebSocket';

export const refusals = {
  'account-disabled': refusal(
    'Your AssemblyAI account is disabled',
    'Write to support@assemblyai.com',
  ),
  'account-refused': refusal(
    (facts) => `AssemblyAI refused the connection${quoted(facts)}`,
    'Check your account on assemblyai.com',
  ),
  'answered-otherwise': refusal(
    ({ host, reason }) => `Something in this network answers for ${host} (${reason})`,
    'Open a browser and log in',
  ),
  'bad-gateway-request': refusal(
    ({ host, number }) => `${host} did not understand the request (HTTP ${number})`,
    checkSettings,
  ),
  blocked: refusal(
    ({ host }) => `Something in this network answers for ${host}, and blocks live connections`,
    allowWebSocket,
  ),
  'certificate-outdated': refusal(
    ({ host, reason }) => `The certificate shown for ${host} is out of date (${reason})`,
    'Check the clock of this computer, and open a browser if this network wants a login',
  ),
  'connection-lost': refusal(
    (facts) => `The connection to ${facts.host} was lost${quoted(facts)}`,
    '',
  ),
  forbidden: refusal(
    ({ host, number }) => `${host} refused the API key or this network (HTTP ${number})`,
    'Check the key, then ask who runs this network',
  ),
  http: refusal(
    ({ host, number }) => `${host} answered with HTTP ${number}`,
    'Check CAPTIONKEY_STREAMING_URL if it is set; else please report this',
  ),
  'http-blocked': refusal(
    ({ number }) => `Something in this network blocks live connections (HTTP ${number})`,
    allowWebSocket,
  ),
  'interface-retired': refusal(
    'AssemblyAI has retired the interface that CaptionKey uses (HTTP 410)',
    'Update CaptionKey',
  ),
  'legally-blocked': refusal(
    ({ host, number }) => `${host} is blocked here for legal reasons (HTTP ${number})`,
    'Ask who runs this network',
  ),
  'limit-reached': refusal(
    (facts) => `Your AssemblyAI account has reached a limit${quoted(facts)}`,
    'Check its plan and limits on assemblyai.com',
  ),
  'message-rejected': refusal(
    (facts) => `AssemblyAI rejected a setting or message${quoted(facts)}`,
    checkSettings,
  ),
  'message-too-large': refusal(
    ({ number }) => `CaptionKey sent AssemblyAI too large a message (${number})`,
    report,
  ),
  'model-refused': refusal(
    ({ model }) => `AssemblyAI does not offer ${model} any more`,
    ({ successor }) => `Choose ${successor} under Recognition`,
  ),
  'network-login': refusal('This network wants you to log in', 'Open a browser and log in'),
  'no-credit': refusal('Your AssemblyAI account has no credit left', 'Top it up on assemblyai.com'),
  'no-encryption': refusal(
    ({ host, reason }) => `${host} and CaptionKey found no encryption that both allow (${reason})`,
    'Ask who runs this network, or update CaptionKey',
  ),
  'other-region': refusal(
    (facts) => `AssemblyAI does not accept this key in this region${quoted(facts)}`,
    'Choose another region under Recognition',
  ),
  outdated: refusal(
    (facts) => `AssemblyAI wants a newer version of CaptionKey${quoted(facts)}`,
    'Update CaptionKey',
  ),
  'paid-only': refusal(
    (facts) => `AssemblyAI offers this to paying accounts only${quoted(facts)}`,
    'Add a credit card on assemblyai.com, or choose another model',
  ),
  'proxy-login': refusal(
    ({ proxy }) =>
      proxy === ''
        ? 'A proxy of this network asks for a user name and password'
        : `The proxy ${proxy} asks for a user name and password`,
    ({ proxy }) =>
      proxy === '' ? 'Put them into HTTPS_PROXY' : 'Put them into HTTPS_PROXY, then start again',
  ),
  'proxy-refused': refusal(
    ({ proxy, host, number }) => `The proxy ${proxy} does not connect to ${host} (HTTP ${number})`,
    'Ask who runs it, or list the host in NO_PROXY',
  ),
  'proxy-unreachable': refusal(
    ({ proxy, reason }) => `Cannot reach the proxy ${proxy} (${reason})`,
    'Check the network and HTTPS_PROXY',
  ),
  'request-too-long': refusal(
    ({ number }) => `Your terms and prompt are too long for this network (HTTP ${number})`,
    'Shorten them under Dictionary',
  ),
  'request-too-slow': refusal(
    ({ host, number }) => `${host} waited too long for CaptionKey (HTTP ${number})`,
    checkInternet,
  ),
  'service-busy': refusal(
    ({ host, number }) => `${host} cannot answer now (HTTP ${number})`,
    'Wait a minute',
  ),
  'service-fault': refusal((facts) => `AssemblyAI has a fault of its own${quoted(facts)}`, ''),
  'session-cancelled': refusal((facts) => `AssemblyAI cancelled the session${quoted(facts)}`, ''),
  'session-expired': refusal('The session reached its longest duration', ''),
  'session-idle': refusal('AssemblyAI ended the session because nothing was sent', ''),
  'sound-rejected': refusal(
    (facts) => `AssemblyAI rejected the sound that CaptionKey sent${quoted(facts)}`,
    report,
  ),
  stalled: refusal(silent, checkInternet),
  'timed-out': refusal(silent, checkInternet),
  'token-expired': refusal('The AssemblyAI token has expired', 'Paste an API key on the Home page'),
  'too-fast': refusal((facts) => `AssemblyAI was sent sound too fast${quoted(facts)}`, ''),
  'too-many-sessions': refusal(
    'AssemblyAI allows no further session for this key now',
    'Stop another app that uses it, or wait a minute',
  ),
  unanswered: refusal(
    ({ host }) => `${host} gets your voice but sends no words`,
    'The recording is kept, and a new connection is tried',
  ),
  unpaid: refusal(
    (facts) => `AssemblyAI has not received a payment${quoted(facts)}`,
    'Check your billing on assemblyai.com',
  ),
  unreachable: refusal(({ host, reason }) => `Cannot reach ${host} (${reason})`, checkInternet),
  untrusted: refusal(
    ({ host, reason }) => `The certificate shown for ${host} is not trusted (${reason})`,
    'Open a browser and log in to this network, or ask who runs it',
  ),
  'wrong-address': refusal(
    ({ host, number }) => `${host} has no such service (HTTP ${number})`,
    'Check CAPTIONKEY_STREAMING_URL if it is set; else update CaptionKey',
  ),
  'wrong-key': refusal('AssemblyAI rejected that key', 'Check it and try again'),
};
