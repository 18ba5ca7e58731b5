import { definePack } from '@cmdlet/core';
import { GetProc } from './get-proc.js';
import { machineProcesses } from './machine-processes.js';
import { ProcessSource } from './process-source.js';
import { StopProc } from './stop-proc.js';

/** `Get-Proc` and `Stop-Proc` on the processes of this machine. */
export const processPack = definePack({
  name: 'get-proc',
  version: '0.1.0',
  cmdlets: [GetProc, StopProc],
  services: [{ token: ProcessSource, factory: () => machineProcesses(process.platform) }],
});
