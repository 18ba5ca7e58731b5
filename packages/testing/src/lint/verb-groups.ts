/** Commands that change something, and so are to be asked about. */
export const CHANGING_VERBS: ReadonlySet<string> = new Set([
  'Clear',
  'Disable',
  'Enable',
  'Install',
  'Move',
  'New',
  'Publish',
  'Remove',
  'Rename',
  'Reset',
  'Restart',
  'Restore',
  'Revoke',
  'Set',
  'Start',
  'Stop',
  'Suspend',
  'Undo',
  'Uninstall',
  'Unpublish',
  'Unregister',
  'Update',
]);

/** Of these, commands that may well make something in memory only. */
export const MAKING_VERBS: ReadonlySet<string> = new Set(['New', 'Start']);

/** Commands that only look. */
export const READING_VERBS: ReadonlySet<string> = new Set([
  'Compare',
  'Find',
  'Get',
  'Measure',
  'Read',
  'Resolve',
  'Search',
  'Select',
  'Show',
  'Test',
]);

/** Whoever has one of them looks for the other. */
export const VERB_PAIRS: readonly (readonly [string, string])[] = [
  ['Add', 'Remove'],
  ['Backup', 'Restore'],
  ['Block', 'Unblock'],
  ['Compress', 'Expand'],
  ['Connect', 'Disconnect'],
  ['ConvertTo', 'ConvertFrom'],
  ['Enable', 'Disable'],
  ['Enter', 'Exit'],
  ['Export', 'Import'],
  ['Grant', 'Revoke'],
  ['Install', 'Uninstall'],
  ['Lock', 'Unlock'],
  ['Mount', 'Dismount'],
  ['Open', 'Close'],
  ['Protect', 'Unprotect'],
  ['Publish', 'Unpublish'],
  ['Push', 'Pop'],
  ['Register', 'Unregister'],
  ['Start', 'Stop'],
  ['Suspend', 'Resume'],
];

/** Names that people guess first, by names that mean the same. */
export const STANDARD_PARAMETERS: Readonly<Record<string, string>> = {
  Charset: 'Encoding',
  Directory: 'Path',
  File: 'Path',
  FileName: 'Path',
  Folder: 'Path',
  Machine: 'ComputerName',
  NoOverwrite: 'NoClobber',
  Overwrite: 'Force',
  PassThrough: 'PassThru',
  Recursive: 'Recurse',
  Server: 'ComputerName',
  Silent: 'Quiet',
};
