// SPDX-License-Identifier: MIT
// Seal: takes away, from the inside, everything a worker could send or keep bytes with. The page's policy already forbids it;
// this is the second lock, and the only one in a worker that came from a file of its own without a policy.

/** By pattern, so that tomorrow's variants (`fetchLater`, `WebSocketStream`) are closed with today's. */
const kWaysOut =
  /^(fetch.*|XMLHttp.*|WebSocket.*|WebTransport.*|EventSource|RTC.*|BroadcastChannel|(Shared|Service)?Worker|importScripts|Notification|indexedDB|IDB.*|caches|Cache.*|cookieStore|CookieStore)$/;

const kWaysOutOfNavigator = /^(sendBeacon|storage.*|serviceWorker|locks|usb|serial|hid|bluetooth)$/;

/** Replaces the ways out of a worker's global scope by stubs that throw, for good. */
export function seal(scope: typeof globalThis): void {
  close(scope, kWaysOut);
  close(scope.navigator, kWaysOutOfNavigator);
}

/** On the object and on its prototypes, so that no original can be reached behind a stub. */
function close(owner: object, waysOut: RegExp): void {
  for (let holder: object | null = owner; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    for (const [name, { get, configurable }] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (!waysOut.test(name) || !configurable) continue;
      Object.defineProperty(holder, name, {
        ...(get ? { get: refuse } : { value: refuse }),
        configurable: false,
        enumerable: false,
      });
    }
  }
}

function refuse(): never {
  throw new Error('npscope: this worker is closed');
}
