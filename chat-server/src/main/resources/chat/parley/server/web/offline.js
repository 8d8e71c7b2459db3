/** Lets the page open while the server is off, where this browser can. */

const WORKER = '/worker.js';

/** Says in the console when it cannot: a browser that does not trust the certificate has no worker. */
export async function openOffline() {
  if (!navigator.serviceWorker) {
    return; // it has none, or the page came without TLS from another computer
  }
  try {
    // The page's policy takes no text for the address of a script, and this policy makes no other one.
    const policy = window.trustedTypes?.createPolicy('parley-worker', { createScriptURL: () => WORKER });
    await navigator.serviceWorker.register(policy?.createScriptURL('') ?? WORKER);
  } catch (error) {
    console.info('This page opens only while the server is there:', error.message);
  }
}
