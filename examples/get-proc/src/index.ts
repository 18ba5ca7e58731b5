export { GetProc } from './get-proc.js';
export { processPack } from './pack.js';
export { ProcessInfo } from './process-info.js';
export { ProcessSource } from './process-source.js';
export { StopProc } from './stop-proc.js';
