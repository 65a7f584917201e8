import { expect, test } from 'vitest';
import { sentenceOf } from '#shared/messages/index.ts';
import { verbs } from '#shared/actions.ts';
import { parseArguments } from './arguments.ts';

const nothing = {
  ...{ verbs: [], isDemo: false, input: null, print: null, userDataDir: null },
  ...{ isDoctor: false, isHidden: false },
};

const parsed = (...args: string[]): unknown => {
  const result = parseArguments(args);
  return result.ok ? result.value : sentenceOf(result.problem);
};

test('a launch without arguments asks for nothing', () => {
  expect(parsed()).toEqual(nothing);
});

test('verbs keep their order', () => {
  expect(parsed('--toggle', '--force-endpoint')).toEqual({
    ...nothing,
    verbs: ['toggle', 'force-endpoint'],
  });
  expect(parsed(...verbs.map((verb) => `--${verb}`))).toEqual({ ...nothing, verbs });
});

test("a verb's name in version 0.1 is accepted", () => {
  expect(parsed('--deliver-again')).toEqual({ ...nothing, verbs: ['insert-last'] });
});

test.each([
  ['--demo', { isDemo: true }],
  ['--hidden', { isHidden: true }],
  ['--doctor', { isDoctor: true }],
  ['--input=a folder/b=c.wav', { input: 'a folder/b=c.wav' }],
  ['--print', { print: 'text' }],
  ['--print=text', { print: 'text' }],
  ['--print=json', { print: 'json' }],
  ['--user-data-dir=/tmp/x', { userDataDir: '/tmp/x' }],
])('%s is accepted', (argument, expected) => {
  expect(parsed(argument)).toEqual({ ...nothing, ...expected });
});

test.each([
  // Switches that Playwright, people and Electron itself add.
  '--inspect=0',
  '--remote-debugging-port=0',
  '--no-sandbox',
  '--enable-logging',
  '--ozone-platform=x11',
  '--lang=en',
  '--disable-gpu',
  '--proxy-server=http://127.0.0.1:3128',
  '--allow-file-access-from-files',
  '--original-process-start-time=13300000000000000',
  // Switches of Electron's documentation.
  '--auth-server-whitelist=*.example.com',
  '--disk-cache-size=1',
  '--force-fieldtrials=WebRTC-Audio/Enabled/',
  '--force_high_performance_gpu',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--js-flags=--max-old-space-size=512',
  '--trace-warnings',
  '--experimental-network-inspection',
  '--xdg-portal-required-version=3',
  // Switches that begin like --force-endpoint.
  '--force-effective-connection-type=2G',
  '--force-enable-metrics-reporting',
  '--force-device-scale-factor=2',
])('%s is a switch of Chromium, and is accepted', (argument) => {
  expect(parsed(argument)).toEqual(nothing);
});

test('the app’s folder, a file, and arguments after -- are accepted', () => {
  expect(parsed('.', 'notes.txt', '-psn_0_1234', '--', '--strat')).toEqual(nothing);
});

test.each(['input-file=a.wav', 'user-data=x', 'verbose', 'constructor', '__proto__', '='])(
  '--%s resembles no option of the app, and may be an unknown switch of Chromium',
  (unknown) => {
    expect(parsed(`--${unknown}`)).toEqual(nothing);
  },
);

test.each([
  ...['strat', 'starts', 'stopp', 'quiet', 'cancle', 'toggel', 'caption', 'demos', 'prnt'],
  ...['force-endpoints', 'force-endpont', 'force-end-point', 'force-enpoint'],
  ...['force_endpoint', 'forceendpoint', 'Start', 'inputs=a.wav', 'user-data-dri=x'],
  ...['user-data-dirs=x', 'userdatadir=x'],
])('the typing error --%s is an error that names it and the known options', (slip) => {
  const [name] = slip.split(/(?<=.)=/);
  expect(parsed(`--${slip}`)).toMatch(`--${name} is not an option of CaptionKey. Known are`);
});

test.each([
  ['--print=xml', '--print=xml is not known. Write --print or --print=json.'],
  ['--print=', '--print= is not known. Write --print or --print=json.'],
  ['--input', '--input needs a value: --input=PATH.'],
  ['--input=', '--input needs a value: --input=PATH.'],
  ['--user-data-dir', '--user-data-dir needs a value: --user-data-dir=PATH.'],
  ['--captions=off', '--captions takes no value. Write --captions.'],
  ['--demo=1', '--demo takes no value. Write --demo.'],
])('%s is an error that says how to write it', (argument, sentence) => {
  expect(parsed(argument)).toBe(sentence);
});

test('a value apart from its option is no value', () => {
  expect(parsed('--input', 'file.wav')).toMatch(/--input=PATH/);
});
