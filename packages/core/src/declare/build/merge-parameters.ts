import { MetadataException } from '../../records/exceptions.js';
import type { ParameterMetadata, ParameterOrigin } from '../metadata.js';
import { nameKey, sameName } from '../names.js';
import { text } from '../text.js';

/**
 * Adds parameters of other origins to those merged so far.
 *
 * Also merges dynamic parameters into the static ones of a call.
 *
 * @throws MetadataException `ReservedParameterName`, `DuplicateParameterDefinition`,
 *   `ParameterNameAlreadyExistsForCommand`, `AliasDeclaredMultipleTimes`, `AliasParameterNameAlreadyExistsForCommand`,
 *   `ParameterNameConflictsWithAlias`
 */
export function mergeParameters(
  className: string,
  merged: readonly ParameterMetadata[],
  added: readonly ParameterMetadata[],
): readonly ParameterMetadata[] {
  const all = Object.freeze([...merged, ...added]);
  const names = new Map<string, ParameterMetadata>();
  for (const parameter of all) {
    checkReserved(className, parameter);
    const namesake = names.get(nameKey(parameter.name));
    if (namesake !== undefined) throw nameTaken(className, namesake, parameter);
    names.set(nameKey(parameter.name), parameter);
  }
  checkAliases(className, all, names);
  return all;
}

function checkReserved(className: string, { name, origin }: ParameterMetadata): void {
  const reserved = sameName(name, 'SelectProperty') || sameName(name, 'SelectObject');
  if (reserved && (origin === 'declared' || origin === 'dynamic')) {
    throw new MetadataException('ReservedParameterName', text.reservedName(className, name));
  }
}

function nameTaken(className: string, first: ParameterMetadata, second: ParameterMetadata): MetadataException {
  if (first.origin === second.origin) {
    return new MetadataException(
      'DuplicateParameterDefinition',
      text.duplicateParameter(className, second.name, first.property, second.property),
    );
  }
  const ownerOrigin = second.origin === 'dynamic' ? first.origin : second.origin;
  return new MetadataException(
    'ParameterNameAlreadyExistsForCommand',
    text.nameTaken(className, first.name, OWNER[ownerOrigin], REMEDY[ownerOrigin]),
  );
}

/** Every alias belongs to one parameter and is no parameter's name. */
function checkAliases(
  className: string,
  parameters: readonly ParameterMetadata[],
  names: ReadonlyMap<string, ParameterMetadata>,
): void {
  const owners = new Map<string, ParameterMetadata>();
  for (const parameter of parameters) {
    for (const alias of parameter.aliases) {
      const owner = owners.get(nameKey(alias));
      if (owner !== undefined) throw aliasTaken(className, alias, owner, parameter);
      owners.set(nameKey(alias), parameter);
      const namesake = names.get(nameKey(alias));
      if (namesake !== undefined) {
        const message = text.nameIsAlias(className, namesake.name, parameter.name);
        throw new MetadataException('ParameterNameConflictsWithAlias', message);
      }
    }
  }
}

function aliasTaken(
  className: string,
  alias: string,
  owner: ParameterMetadata,
  parameter: ParameterMetadata,
): MetadataException {
  if (owner.origin === parameter.origin) {
    const message = text.aliasTwice(className, alias, owner.name, parameter.name);
    return new MetadataException('AliasDeclaredMultipleTimes', message);
  }
  const [engine, own] = owner.origin === 'declared' ? [parameter, owner] : [owner, parameter];
  return new MetadataException(
    'AliasParameterNameAlreadyExistsForCommand',
    text.aliasTaken(className, alias, own.name, engine.name),
  );
}

const OWNER: Readonly<Record<ParameterOrigin, string>> = {
  declared: 'a parameter of the cmdlet',
  dynamic: 'a dynamic parameter',
  common: 'a common parameter, which every command has',
  shouldProcess: 'added by supportsShouldProcess',
  paging: 'added by supportsPaging',
  job: 'added for -AsJob',
};

const REMEDY: Readonly<Record<ParameterOrigin, string>> = {
  declared: 'rename one of them',
  dynamic: 'rename one of them',
  common: 'choose another name',
  shouldProcess: 'leave out your own, or supportsShouldProcess',
  paging: 'leave out your own, or supportsPaging',
  job: 'leave out your own, or write asJob: false (throttleLimit: false) in @Cmdlet',
};
