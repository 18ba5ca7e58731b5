export { type Example, examples, type Stage } from './examples.js';
export { ThisComputer } from './this-computer.js';
