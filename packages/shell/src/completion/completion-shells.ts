import { bashScript } from './scripts/bash.js';
import { fishScript } from './scripts/fish.js';
import { powerShellScript } from './scripts/powershell.js';
import { zshScript } from './scripts/zsh.js';

/** Shells whose users can have calls completed, with the script that each of them reads. */
export const completionScripts = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  pwsh: powerShellScript,
} as const;

export type CompletionShell = keyof typeof completionScripts;

export const shellNames = Object.keys(completionScripts) as CompletionShell[];

export function isCompletionShell(name: string | undefined): name is CompletionShell {
  return name !== undefined && Object.hasOwn(completionScripts, name);
}
