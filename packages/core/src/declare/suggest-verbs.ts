/**
 * Approved verbs to use instead of one that is not; empty where none is known. Ignores case.
 *
 * @example
 * suggestVerbs('Delete'); // ['Remove']
 */
export function suggestVerbs(verb: string): readonly string[] {
  return suggestionsByVerb.get(verb.toLowerCase()) ?? [];
}

/** What to say instead, and for which words. */
const SUGGESTIONS = {
  Add: 'append concatenate insert',
  'Add, Debug': 'attach',
  Backup: 'burn',
  Block: 'prevent',
  Build: 'compile',
  Checkpoint: 'starttransaction',
  'Checkpoint, Compare': 'diff difference',
  Clear: 'empty flush nullify unmark unset',
  'Clear, Install, Publish, Unlock': 'release',
  'Clear, Remove': 'erase purge',
  Compare: 'bc',
  Compress: 'compact',
  Connect: 'telnet',
  Convert: 'resample',
  'Convert, Edit, Rename': 'change',
  ConvertFrom: 'output',
  ConvertTo: 'in input',
  Copy: 'clone duplicate replicate',
  'Debug, Test': 'diagnose',
  Disable: 'halt',
  Disconnect: 'break logoff',
  Dismount: 'unlink',
  'Dismount, Remove': 'detach',
  Edit: 'amend modify revise',
  Enable: 'permit',
  'Enable, Grant, Unblock': 'allow',
  Expand: 'explode',
  Export: 'extract',
  Get: 'cat dir dump examine obtain type',
  'Get, Read': 'acquire',
  Import: 'load',
  Initialize: 'rebuild reinitialize',
  'Initialize, Install': 'setup',
  'Initialize, Update': 'renew',
  Invoke: 'execute',
  'Invoke, Start': 'run',
  'Join, Merge': 'associate combine unite',
  Limit: 'quota quote',
  Lock: 'restrict secure',
  Measure: 'calculate',
  'Measure, Resolve': 'determine',
  'Measure, Test': 'analyze',
  Move: 'migrate transfer',
  New: 'allocate create generate make',
  Read: 'prompt',
  Receive: 'accept peek',
  Remove: 'cut delete discard dispose',
  'Repair, Restore': 'fix return',
  Restart: 'recycle',
  'Search, Select': 'locate',
  Select: 'match pick',
  Send: 'broadcast mail',
  'Send, Write': 'put',
  Set: 'assign configure',
  'Show, Write': 'display',
  Split: 'divide separate',
  Start: 'boot initiate launch',
  Stop: 'cancel end kill terminate',
  'Suspend, Wait': 'pause sleep',
  Test: 'verify',
  Trace: 'dig follow inspect track',
  Uninstall: 'clean',
  Unlock: 'unrestrict unsecure',
  Unpublish: 'revert',
  Update: 'index refresh reload',
  Write: 'print puts',
};

const suggestionsByVerb = new Map(
  Object.entries(SUGGESTIONS).flatMap(([suggested, verbs]) =>
    verbs.split(' ').map((verb) => [verb, suggested.split(', ')] as const),
  ),
);
