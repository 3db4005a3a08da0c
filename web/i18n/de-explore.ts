export { exploreMessages } from './en-explore.js';
