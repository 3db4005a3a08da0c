// SPDX-License-Identifier: MIT
// The entry `npscope/elements`: importing it registers the elements; their classes and events are there to be named.

export * from '../elements/define.js';
export { registerElements } from '../elements/register.js';
export * from '../events/events.js';
