/**
 * The approved verbs by group, each with the prefix of the aliases that use it (`gi` = `g` + i for Get-Item).
 *
 * `Ping` is approved but deprecated: write `Test`.
 */
export const APPROVED_VERBS = {
  Common: {
    Add: 'a',
    Clear: 'cl',
    Close: 'cs',
    Copy: 'cp',
    Enter: 'et',
    Exit: 'ex',
    Find: 'fd',
    Format: 'f',
    Get: 'g',
    Hide: 'h',
    Join: 'j',
    Lock: 'lk',
    Move: 'm',
    New: 'n',
    Open: 'op',
    Optimize: 'om',
    Pop: 'pop',
    Push: 'pu',
    Redo: 're',
    Remove: 'r',
    Rename: 'rn',
    Reset: 'rs',
    Resize: 'rz',
    Search: 'sr',
    Select: 'sc',
    Set: 's',
    Show: 'sh',
    Skip: 'sk',
    Split: 'sl',
    Step: 'st',
    Switch: 'sw',
    Undo: 'un',
    Unlock: 'uk',
    Watch: 'wc',
  },
  Data: {
    Backup: 'ba',
    Checkpoint: 'ch',
    Compare: 'cr',
    Compress: 'cm',
    Convert: 'cv',
    ConvertFrom: 'cf',
    ConvertTo: 'ct',
    Dismount: 'dm',
    Edit: 'ed',
    Expand: 'en',
    Export: 'ep',
    Group: 'gp',
    Import: 'ip',
    Initialize: 'in',
    Limit: 'l',
    Merge: 'mg',
    Mount: 'mt',
    Out: 'o',
    Publish: 'pb',
    Restore: 'rr',
    Save: 'sv',
    Sync: 'sy',
    Unpublish: 'ub',
    Update: 'ud',
  },
  Lifecycle: {
    Approve: 'ap',
    Assert: 'as',
    Build: 'bd',
    Complete: 'cmp',
    Confirm: 'cn',
    Deny: 'dn',
    Deploy: 'dp',
    Disable: 'd',
    Enable: 'e',
    Install: 'is',
    Invoke: 'i',
    Register: 'rg',
    Request: 'rq',
    Restart: 'rt',
    Resume: 'ru',
    Start: 'sa',
    Stop: 'sp',
    Submit: 'sb',
    Suspend: 'ss',
    Uninstall: 'us',
    Unregister: 'ur',
    Wait: 'w',
  },
  Diagnostic: { Debug: 'db', Measure: 'ms', Ping: 'pi', Repair: 'rp', Resolve: 'rv', Test: 't', Trace: 'tr' },
  Communications: { Connect: 'cc', Disconnect: 'dc', Read: 'rd', Receive: 'rc', Send: 'sd', Write: 'wr' },
  Security: { Block: 'bl', Grant: 'gr', Protect: 'pt', Revoke: 'rk', Unblock: 'ul', Unprotect: 'up' },
  Other: { Use: 'u' },
} as const;

/** Verbs that are understood although they are not approved: `Sort-Object`, `Where-Object` … */
export const TOLERATED_VERBS = { ForEach: 'foreach', Sort: 'sr', Tee: 'te', Where: 'wh' } as const;

export type VerbGroup = keyof typeof APPROVED_VERBS;

/** A verb that people know and look for. */
export type ApprovedVerb = { [G in VerbGroup]: keyof (typeof APPROVED_VERBS)[G] }[VerbGroup];

/** A verb that its author vouches for; made by {@link unapproved}. */
export type UnapprovedVerb = string & { readonly ['~unapproved']: true };

/** What a command's name may begin with. */
export type Verb = ApprovedVerb | keyof typeof TOLERATED_VERBS | UnapprovedVerb;

/**
 * A verb outside the list. The command works, but people will not guess its name; the build warns of it.
 *
 * @example
 * @Cmdlet(unapproved('Frobnicate'), 'Widget')
 */
export function unapproved(verb: string): UnapprovedVerb {
  return verb as UnapprovedVerb;
}

/** One approved verb, as a list of verbs shows it. */
export interface VerbInfo {
  readonly verb: string;
  readonly aliasPrefix: string;
  readonly group: VerbGroup;
}

/** All approved verbs, group by group. */
export function approvedVerbs(): readonly VerbInfo[] {
  return verbList;
}

/** The approved verb of that name in its proper spelling, ignoring case; undefined for any other. */
export function findVerb(name: string): VerbInfo | undefined {
  return verbsByName.get(name.toLowerCase());
}

const verbList: readonly VerbInfo[] = Object.entries(APPROVED_VERBS).flatMap(([group, verbs]) =>
  Object.entries(verbs).map(([verb, aliasPrefix]) => ({ verb, aliasPrefix, group: group as VerbGroup })),
);

const verbsByName = new Map(verbList.map((info) => [info.verb.toLowerCase(), info]));
