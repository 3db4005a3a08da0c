// SPDX-License-Identifier: MIT
// Base64 to bytes, for the WebAssembly module inside the self-contained entries.

/** A fresh copy of the bytes each time: the caller may give them away. */
export function bytesOfBase64(base64: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
