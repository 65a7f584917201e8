/** The buttons of alerts. */
export const alerts = {
  openPage: (title: string): string => `Open ${title}`,
  sections: { key: 'Enter key', microphone: 'Choose microphone', doctor: 'Check this computer' },
  ask: {
    'copy-diagnostics': 'Copy diagnostics',
    'start-captions': 'Start captions',
    'stop-captions': 'Stop captions',
  },
};
