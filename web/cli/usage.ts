// SPDX-License-Identifier: MIT
// Usage: a command line that says something that can not be done. Its message is the whole sentence for the person who typed it.

/** Wrong usage, in words. */
export class Usage extends Error {}
