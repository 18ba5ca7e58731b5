/** The seven streams a command writes to, by PowerShell's names. */
export type StreamName = 'Output' | 'Error' | 'Warning' | 'Verbose' | 'Debug' | 'Information' | 'Progress';
