// SPDX-License-Identifier: MIT
// Seal: takes away, from the inside, everything a worker could send or keep bytes with. The page's policy already forbids it;
// this is the second lock, and the only one in a worker that came from a file of its own without a policy.

const kFunctions = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'WebTransport',
  'EventSource',
  'BroadcastChannel',
  'Worker',
  'SharedWorker',
  'importScripts',
  'Notification',
  'RTCPeerConnection',
];

const kProperties = ['indexedDB', 'caches', 'cookieStore'];

const kNavigatorProperties = ['sendBeacon', 'storage', 'serviceWorker', 'locks', 'usb', 'serial', 'hid'];

/** Replaces the ways out of `scope` by stubs that throw, for good. */
export function seal(scope: typeof globalThis): void {
  for (const name of kFunctions) close(scope, name, { value: refuse, writable: false });
  for (const name of kProperties) close(scope, name, { get: refuse });
  for (const name of kNavigatorProperties) close(scope.navigator, name, { get: refuse });
}

/** On the object and on its prototypes, so that no original can be reached behind the stub. */
function close(owner: object, name: string, stub: PropertyDescriptor): void {
  for (let holder: object | null = owner; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    if (!Object.hasOwn(holder, name)) continue;
    Object.defineProperty(holder, name, { ...stub, configurable: false, enumerable: false });
  }
}

function refuse(): never {
  throw new Error('npscope: this worker is closed');
}
