import type { DefinedCmdletClass, Pack, PSCmdlet } from '@cmdlet/core';

/** Greets people. */
export declare const GetGreeting: DefinedCmdletClass<PSCmdlet<string> & { name: string; language: string }>;

export declare const pack: Pack;
