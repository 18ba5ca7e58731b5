import {
  ArgumentCompleter,
  ArgumentCompletions,
  arrayOf,
  Cmdlet,
  type CmdletClass,
  dictionaryOf,
  enumOf,
  flagsOf,
  nullable,
  Obsolete,
  Parameter,
  type ParameterType,
  PSCmdlet,
  PSTypeName,
  setOf,
  typeByName,
  typeOf,
  unapproved,
  ValidateCount,
  ValidateLength,
  ValidatePattern,
  ValidateRange,
  ValidateSet,
} from '@cmdlet/core';
import { goldenCompleter } from './completion-completer.js';
import type { DynamicBranch, SyntaxDeclaration, SyntaxParameter } from './syntax-case.js';
import { NotApplicable } from './utility-case.js';

/** The class of a declared cmdlet, made through the public decorators. */
export function syntaxCmdlet(name: string, declaration: SyntaxDeclaration): CmdletClass {
  const [verb = '', noun = ''] = name.split('-');
  const { dynamic } = declaration;
  const base = dynamic === undefined ? class extends PSCmdlet<unknown> {} : withDynamic(dynamic, noun);
  const cmdlet = { [`${verb}${noun}`]: class extends base {} }[`${verb}${noun}`] as CmdletClass;
  declareParameters(cmdlet, declaration.parameters);
  const { defaultParameterSetName, supportsShouldProcess, supportsPaging, aliases, obsolete, confirmImpact } =
    declaration;
  const options = {
    asJob: false,
    ...(defaultParameterSetName === undefined ? {} : { defaultParameterSetName }),
    ...(supportsShouldProcess === undefined ? {} : { supportsShouldProcess }),
    ...(supportsPaging === undefined ? {} : { supportsPaging }),
    ...(aliases === undefined ? {} : { aliases }),
    ...(obsolete === undefined ? {} : { obsolete }),
    ...(confirmImpact === undefined ? {} : { confirmImpact }),
    ...(declaration.outputType === undefined ? {} : { outputType: declaration.outputType.map(outputTypeNamed) }),
  };
  Reflect.apply(Cmdlet(unapproved(verb), noun, options) as (target: CmdletClass) => void, undefined, [cmdlet]);
  return cmdlet;
}

/** The property behind a parameter. */
function propertyOf(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function withDynamic(branches: readonly DynamicBranch[], noun: string): new () => PSCmdlet {
  class Dynamic extends PSCmdlet<unknown> {
    override getDynamicParameters(): object | undefined {
      const offered: Record<string, SyntaxParameter> = {};
      for (const branch of branches) {
        if (branch.throws !== undefined) throw new Error(branch.throws);
        if (this.#applies(branch)) Object.assign(offered, branch.parameters);
      }
      const target = { [`${noun}Parameters`]: class {} }[`${noun}Parameters`]!;
      declareParameters(target, offered);
      return Object.keys(offered).length === 0 ? undefined : new target();
    }

    #applies({ when }: DynamicBranch): boolean {
      if (when === undefined) return true;
      const read = (name: string): unknown => Reflect.get(this, propertyOf(name));
      return 'bound' in when ? read(when.bound) !== undefined : read(when.parameter) === when.equals;
    }
  }
  return Dynamic;
}

function declareParameters(
  target: abstract new () => object,
  parameters: Readonly<Record<string, SyntaxParameter>>,
): void {
  for (const [name, parameter] of Object.entries(parameters)) {
    const property = propertyOf(name);
    // Decorators run from the last on the page to the first.
    const sets = Object.entries(parameter.in ?? { '*': {} }).reverse();
    for (const [set, flags] of sets) {
      const options = {
        ...flags,
        name,
        type: typeNamed(parameter.type),
        ...(set === '*' || set === '' ? {} : { parameterSetName: set }),
        ...(parameter.aliases === undefined ? {} : { aliases: parameter.aliases }),
      };
      decorate(Parameter(options), target, property);
    }
    if (parameter.typeName !== undefined) decorate(PSTypeName(parameter.typeName), target, property);
    if (parameter.obsolete !== undefined) decorate(Obsolete(parameter.obsolete), target, property);
    if (parameter.completer !== undefined) {
      decorate(ArgumentCompleter(goldenCompleter(parameter.completer)), target, property);
    }
    if (parameter.completions !== undefined) decorate(ArgumentCompletions(...parameter.completions), target, property);
    for (const rule of parameter.validate ?? []) decorate(validationOf(rule), target, property);
  }
}

function decorate(decorator: unknown, target: abstract new () => object, property: string): void {
  (decorator as (prototype: object, key: string) => void)(target.prototype as object, property);
}

function validationOf(rule: Readonly<Record<string, unknown>>): unknown {
  if ('set' in rule) return ValidateSet(rule.set as readonly string[], { ignoreCase: rule.ignoreCase !== false });
  if ('range' in rule) return ValidateRange(...(rule.range as [number, number]));
  if ('pattern' in rule) return ValidatePattern(new RegExp(String(rule.pattern)));
  if ('length' in rule) return ValidateLength(...(rule.length as [number, number]));
  if ('count' in rule) return ValidateCount(...(rule.count as [number, number]));
  throw new NotApplicable(`there is no validation ${Object.keys(rule).join()} here`);
}

function outputTypeNamed(name: string): string {
  return typeNamed(name).name;
}

function typeNamed(name: string): ParameterType {
  if (name.endsWith('[]')) return arrayOf(typeNamed(name.slice(0, -2)));
  if (name.endsWith('?')) return nullable(typeNamed(name.slice(0, -1)));
  const [, generic, element = ''] = /^(list|set)<(.+)>$/.exec(name) ?? [];
  if (generic !== undefined) return (generic === 'list' ? arrayOf : setOf)(typeNamed(element));
  const [, kind, content = ''] = /^(enum|flags|record):(.*)$/.exec(name) ?? [];
  // The name of an enum type is its members run together; a record is called `Rec` and the letters of its declaration.
  if (kind === 'enum') return enumOf(membersOf(content), content.replace(/[,=]/g, ''));
  if (kind === 'flags') return flagsOf(content.split(','), content.replaceAll(',', ''));
  if (kind === 'record')
    return typeOf({ [`Rec${content.replace(/[,=]/g, '')}`]: class {} }[`Rec${content.replace(/[,=]/g, '')}`]!);
  const type = OTHER_NAMES[name] ?? typeByName(name);
  if (type === undefined) throw new NotApplicable(`there is no type ${name} in TypeScript`);
  return type;
}

function membersOf(content: string): Record<string, number> {
  const members: Record<string, number> = {};
  let next = 0;
  for (const part of content.split(',')) {
    const [name = '', value] = part.split('=');
    members[name] = value === undefined ? next : Number(value);
    next = members[name] + 1;
  }
  return members;
}

const OTHER_NAMES: Readonly<Record<string, ParameterType>> = {
  date: typeOf(Date),
  duration: typeByName('timespan')!,
  list: arrayOf(Object),
  dictionary: dictionaryOf(Object, Object),
};
