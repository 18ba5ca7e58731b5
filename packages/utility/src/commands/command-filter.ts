import { AliasInfo, type CmdletInfo } from './command-infos.js';
import type { ModuleSpecification } from './module-specification.js';
import { matchesAny } from './parameter-filter.js';

/** What commands have to be like; what is left out does not matter. Wildcards are allowed in texts. */
export interface CommandConditions {
  readonly commandType: 'Alias' | 'Cmdlet' | 'All';
  readonly verb?: readonly string[] | undefined;
  readonly noun?: readonly string[] | undefined;
  readonly module?: readonly string[] | undefined;
  readonly fullyQualifiedModule?: readonly ModuleSpecification[] | undefined;
  readonly excludeModule?: readonly string[] | undefined;
}

/** Whether a command is like that; verb and noun of an alias are those of its command. */
export function fitsConditions(command: CmdletInfo | AliasInfo, conditions: CommandConditions): boolean {
  const { verb, noun } = command instanceof AliasInfo ? command.resolvedCommand : command;
  const { commandType, fullyQualifiedModule, excludeModule } = conditions;
  const { source, version } = command;
  return (
    (commandType === 'All' || commandType === command.commandType) &&
    matchesAny(verb, conditions.verb) &&
    matchesAny(noun, conditions.noun) &&
    matchesAny(source, conditions.module) &&
    (fullyQualifiedModule === undefined || fullyQualifiedModule.some((each) => each.fits(source, version))) &&
    (excludeModule === undefined || !matchesAny(source, excludeModule))
  );
}
