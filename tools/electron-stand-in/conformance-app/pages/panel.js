globalThis.scriptRan = true;
