import type { Amount } from '../../usage.ts';
import { duration } from '../duration.ts';
import { dollarsIn } from '../numbers.ts';

/** What was used, such as `3 min 20 s, with 1 min 5 s of sound`. */
const amount = ({ sessionSeconds, audioSeconds }: Amount): string =>
  sessionSeconds === 0
    ? 'nothing yet'
    : `${duration(sessionSeconds)}, with ${duration(audioSeconds)} of sound`;

const lastSession = {
  title: 'Last session',
  started: 'Started',
  startedAt: (dateTime: string, host: string): string => `${dateTime}, with ${host}`,
  model: 'Model',
  unconfirmed: (asked: string): string => `${asked}; AssemblyAI did not confirm it.`,
  insteadOf: (ran: string, asked: string): string => `${ran}, instead of ${asked}`,
  options: 'Options',
  mode: (mode: string): string => `mode ${mode}`,
  voiceFocus: (focus: string): string => `Voice Focus ${focus}`,
  medicalTerms: 'medical terms',
  profanityHidden: 'offensive words hidden',
};

const diagnostics = {
  title: 'Diagnostics',
  hint: 'For bug reports: versions, settings, microphones and the newest log lines. Never your key or your words.',
  copy: 'Copy diagnostics',
};

/** The page of what is kept and what it costs. */
export const privacy = {
  texts: 'Texts',
  recordings: 'Recordings',
  usage: 'Usage',
  cost: 'Cost',
  today: 'Today',
  month: 'This month',
  amount,
  dollars: (dollars: number): string => `about ${dollarsIn('en-US')(dollars)}`,
  billing: 'You pay for connected time, silence included.',
  lastSession,
  diagnostics,
};
