import type { ErrorRecord, Host } from '@cmdlet/core';
import type { Terminal } from './terminal.js';

/** Shows what cmdlets write beside output. It cannot ask: there is no `promptForChoice`, so nothing waits for an answer. */
export function terminalHost(terminal: Terminal): Host {
  return {
    showError: (record) => printError(record, terminal),
    showWarning: (record) => terminal.line(`WARNING: ${record}`, 'yellow'),
    showVerbose: (record) => terminal.line(`VERBOSE: ${record}`, 'dim'),
    showDebug: (record) => terminal.line(`DEBUG: ${record}`, 'dim'),
    showInformation: (record) => terminal.line(String(record)),
    showProgress: (record) =>
      record.recordType === 'Completed' ? terminal.clearProgress() : terminal.progress(String(record)),
  };
}

/** An error in two lines: what is wrong, and what programs know it by. */
export function printError(record: ErrorRecord, terminal: Terminal): void {
  terminal.line(record.toString(), 'red');
  terminal.line(`  ${record.categoryInfo.category}: ${record.fullyQualifiedErrorId}`, 'dim');
}
