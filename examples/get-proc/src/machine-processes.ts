import { LinuxProcesses } from './linux-processes.js';
import type { ProcessSource } from './process-source.js';
import { PsProcesses } from './ps-processes.js';
import { WindowsProcesses } from './windows-processes.js';

/** The processes of a machine with this operating system, by its name in `process.platform`. */
export function machineProcesses(platform: NodeJS.Platform): ProcessSource {
  switch (platform) {
    case 'linux':
      return new LinuxProcesses();
    case 'win32':
      return new WindowsProcesses();
    default:
      return new PsProcesses();
  }
}
