import { containsErrorRecord } from '@cmdlet/core';
import type { Guide } from './step.js';
import { tableOf } from './table.js';
import { shorten, type Terminal } from './terminal.js';
import { printError } from './terminal-host.js';

/** How many objects a table shows. */
const SHOWN = 5;

/** What the steps of a tour on this terminal can use. */
export function guideOn(terminal: Terminal, places: Pick<Guide, 'session' | 'folder' | 'sandbox'>): Guide {
  return {
    ...places,

    show(output) {
      if (typeof output === 'string') {
        terminal.line(output);
        return;
      }
      const [head = '', ...rows] = tableOf(output.slice(0, SHOWN), terminal.width);
      terminal.line(head, 'green');
      for (const row of rows) terminal.line(row);
      if (output.length > SHOWN) terminal.line(`… and ${output.length - SHOWN} more`, 'dim');
    },

    showError(error) {
      if (!containsErrorRecord(error)) throw error;
      printError(error.errorRecord, terminal);
    },

    watch(job) {
      terminal.line(shorten(`${job} is ${job.state}: ${job.command}`, terminal.width), 'dim');
      job.observe({
        progressWritten: (_child, record) => terminal.progress(`${job.statusMessage} ${record}`.trimStart()),
        stateChanged: (changed) => {
          if (changed === job) terminal.line(`${job} is ${job.state} ${job.statusMessage}`.trimEnd(), 'dim');
        },
      });
    },
  };
}
