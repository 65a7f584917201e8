/* global document, location, window */

/* What a page of ours would try that somebody has taken over. Runs in the page. */

const wait = (timeoutMs) => new Promise((resolve) => setTimeout(resolve, timeoutMs));

const add = (tag, members) => {
  const element = Object.assign(document.createElement(tag), members);
  document.body.append(element);
  return element;
};

const works = (promise) =>
  promise.then(
    () => true,
    () => false,
  );

globalThis.attempts = {
  /** What of Node and Electron can be seen, and what the bridge is. */
  look: () => ({
    bridge: Object.keys(window.captionkey).sort(),
    isFrozen: Object.isFrozen(window.captionkey),
    others: ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter(
      (name) => name in globalThis,
    ),
  }),

  /**
   * Runs and loads what is not ours; tells what worked, and which directives were in the way, once
   * there are as many as that.
   */
  async load(url, count) {
    const directives = new Set();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      directives.add(effectiveDirective),
    );
    add('script', { textContent: 'globalThis.hasRun = true' });
    add('script', { src: `${url}/x.js` });
    add('img', { src: `${url}/x.png` });
    add('iframe', { src: `${url}/x.html` });
    add('object', { data: `${url}/x.bin` });
    add('style', { textContent: 'body { outline: 0 }' });
    // In a task of its own, because what a debugger evaluates is exempt from the policy.
    const evaluated = new Promise((resolve, reject) => {
      setTimeout(() => {
        try {
          resolve(new Function('return 1')());
        } catch (error) {
          reject(error);
        }
      });
    });
    const connected = new Promise((resolve, reject) => {
      const socket = new WebSocket(url.replace('http', 'ws'));
      socket.onopen = resolve;
      socket.onerror = reject;
    });
    const worked = {
      eval: await works(evaluated),
      fetch: await works(fetch(url)),
      webSocket: await works(connected),
      inline: 'hasRun' in globalThis,
    };
    for (let tries = 0; directives.size < count && tries < 50; tries++) await wait(100);
    return { worked, directives: [...directives].sort() };
  },

  /** Goes elsewhere and opens windows, in every way a page can; tells which windows it got. */
  async leave() {
    const windows = [window.open('https://elsewhere.invalid/'), window.open('/panel/index.html')];
    add('a', { href: 'https://elsewhere.invalid/', target: '_blank' }).click();
    add('a', { href: 'https://elsewhere.invalid/' }).click();
    add('form', { action: 'https://elsewhere.invalid/', method: 'post' }).submit();
    add('webview', {}).setAttribute('src', 'https://elsewhere.invalid/');
    location.assign('https://elsewhere.invalid/');
    await wait(300);
    const open = () => windows.filter((opened) => opened?.closed === false).length;
    // A window that is refused may take a moment to be gone.
    for (let tries = 0; open() > 0 && tries < 50; tries++) await wait(100);
    return open();
  },

  /** Asks for what needs the person's consent; tells what was granted. */
  async askForPermissions() {
    const names = ['geolocation', 'notifications', 'microphone', 'camera', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => [name, (await navigator.permissions.query({ name })).state]),
    );
    const sound = await works(navigator.mediaDevices.getUserMedia({ audio: true }));
    return {
      granted: states.flatMap(([name, state]) => (state === 'granted' ? [name] : [])),
      sound,
    };
  },
};
