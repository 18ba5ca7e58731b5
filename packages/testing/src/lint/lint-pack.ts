import {
  buildIndex,
  type CmdletClass,
  type CmdletSource,
  containsErrorRecord,
  metadataOf,
  type Pack,
} from '@cmdlet/core';
import { classesOf } from '../pack-classes.js';
import { namesIn } from '../pack-names.js';
import { type LintFinding, type LintReport, SEVERITIES, type Severity } from './finding.js';
import * as confirmation from './rules/confirmation.js';
import { exampleNames } from './rules/examples.js';
import * as help from './rules/help.js';
import * as names from './rules/names.js';
import * as parameters from './rules/parameters.js';
import type { CommandRule, LintedCommand, ParameterRule } from './rules/rule.js';
import * as sets from './rules/sets.js';
import { lintText as text } from './text.js';

/** What is looked for. */
export interface LintOptions {
  /** The mildest severity that is reported. Default `warning`. */
  readonly least?: Severity;
  /** Findings that are known and accepted: an id, or an id at one place: `'PluralNoun Get-Settings'`. */
  readonly except?: readonly string[];
  /** Classes of the pack that are looked at; of the others the names count. Default all. */
  readonly only?: readonly CmdletClass[];
}

const COMMAND_RULES: readonly CommandRule[] = [
  names.unapprovedVerb,
  names.verbSpelling,
  names.restrictedCharacter,
  names.pluralNoun,
  names.nounCase,
  sets.ambiguousSets,
  sets.unreachableSet,
  sets.unknownDefaultSet,
  sets.optionalBeforeMandatory,
  sets.severalPipelineParameters,
  confirmation.shouldProcessUndeclared,
  confirmation.shouldProcessMissing,
  confirmation.shouldProcessOnReading,
  confirmation.shouldProcessUnused,
  confirmation.continueWithoutForce,
  confirmation.passThruMissing,
  help.synopsis,
  help.example,
  help.outputType,
  help.verbPair,
  exampleNames,
];

const PARAMETER_RULES: readonly ParameterRule[] = [
  parameters.parameterCase,
  parameters.pluralParameter,
  parameters.standardName,
  parameters.mandatorySwitch,
  parameters.positionalSwitch,
  parameters.plainTextSecret,
  parameters.obsoleteWithoutHint,
  parameters.parameterHelp,
];

/**
 * Looks at a pack as its users do: names that people guess, sets that can be told apart, changes that can be asked about,
 * help that is there. Every finding has an id, a place, and a remedy.
 *
 * What is declared so wrongly that it cannot be loaded is a finding of its own, with the id of the declaration error.
 *
 * @example
 * assert.deepEqual(await lintPack(weather), []);
 */
export async function lintPack(pack: Pack, options: LintOptions = {}): Promise<readonly LintFinding[]> {
  const findings: LintFinding[] = [];
  const cmdlets: CmdletClass[] = [];
  for (const source of pack.cmdlets) cmdlets.push(...(await loaded(pack, source, findings)));
  const commands = cmdlets.map((cmdlet) => ({ cmdlet, command: metadataOf(cmdlet) }));
  const siblings = new Set(commands.map(({ command }) => command.name.toUpperCase()));
  const { least = 'warning', except = [], only } = options;
  if (findings.length === 0 && only === undefined) await asIndexed(pack, findings);
  for (const { cmdlet, command } of commands) {
    if (only?.includes(cmdlet) === false) continue;
    const declared = command.parameters.filter(({ origin }) => origin === 'declared');
    findings.push(
      ...lintCommand({ cmdlet, command, siblings, callNames: namesIn(pack, command), parameters: declared }),
    );
  }
  const counts = SEVERITIES.slice(0, SEVERITIES.indexOf(least) + 1);
  return findings.filter(
    ({ id, place, severity }) =>
      counts.includes(severity) && !except.includes(id) && !except.includes(`${id} ${place}`),
  );
}

/** Findings as lines that people read, the bad ones first. */
export function formatFindings(findings: readonly LintFinding[]): string {
  return [...findings]
    .sort((left, right) => SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity))
    .map(({ id, severity, place, message, remedy }) => `${severity} ${id} ${place}: ${message} ${remedy}`)
    .join('\n');
}

function lintCommand(linted: LintedCommand): LintFinding[] {
  const { command } = linted;
  const found = COMMAND_RULES.flatMap((rule) => rule(linted).map((report) => at(command.name, report)));
  for (const parameter of linted.parameters) {
    const place = `${command.name} -${parameter.name}`;
    found.push(...PARAMETER_RULES.flatMap((rule) => rule(parameter, linted).map((report) => at(place, report))));
  }
  return found;
}

/** The classes of one entry of a pack; what cannot be loaded is a finding. */
async function loaded(pack: Pack, source: CmdletSource, findings: LintFinding[]): Promise<readonly CmdletClass[]> {
  try {
    const found = await classesOf(source);
    if (found.length === 0) findings.push(at(`pack ${pack.name}`, text.noCmdlet));
    return found;
  } catch (error) {
    findings.push(at(`pack ${pack.name}`, failure(error)));
    return [];
  }
}

/** Aliases that mean nothing, or two things: what the index of the pack would refuse. */
async function asIndexed(pack: Pack, findings: LintFinding[]): Promise<void> {
  try {
    await buildIndex(pack);
  } catch (error) {
    findings.push(at(`pack ${pack.name}`, failure(error)));
  }
}

function failure(error: unknown): LintReport {
  const message = error instanceof Error ? error.message : String(error);
  const id = containsErrorRecord(error) ? error.errorRecord.errorId : 'NotLoaded';
  return { id, severity: 'error', message, remedy: text.correctDeclaration };
}

function at(place: string, report: LintReport): LintFinding {
  return { ...report, place };
}
