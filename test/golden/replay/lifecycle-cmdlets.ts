import {
  AllowEmptyString,
  AllowNull,
  type CmdletClass,
  defineCmdlet,
  Int32,
  type PSCmdlet,
  Switch,
  type TypeSpecifier,
  ValidateSet,
  type Verb,
} from '@cmdlet/core';
import type { Stage } from './lifecycle-actions.js';
import type { CmdletSpec, ParameterSpec, StepName } from './lifecycle-case.js';

/** Of a cmdlet that declares nothing. */
const DEFAULT_PARAMETERS: Readonly<Record<string, ParameterSpec>> = {
  InputObject: { type: 'object', valueFromPipeline: true },
};

/** The class behind one stage of a pipeline: declared as the case says, its steps interpreted by the stage. */
export function cmdletClassOf(name: string, stage: Stage): CmdletClass {
  const { spec } = stage;
  const [verb, noun] = name.split('-') as [Verb, string];
  const step = (which: StepName) =>
    function run(this: PSCmdlet): Promise<void> {
      return stage.run(this, which);
    };
  return defineCmdlet({
    verb,
    noun,
    asJob: false,
    ...(spec.supportsShouldProcess === undefined ? {} : { supportsShouldProcess: spec.supportsShouldProcess }),
    ...(spec.confirmImpact === undefined ? {} : { confirmImpact: spec.confirmImpact }),
    parameters: parametersOf(spec),
    begin: step('begin'),
    process: step('process'),
    end: step('end'),
    stop(this: PSCmdlet): void {
      stage.runAtOnce(this, 'stop');
    },
    dispose: step('dispose'),
  });
}

/** The property behind a parameter. */
export function propertyOf(parameter: string): string {
  return parameter.charAt(0).toLowerCase() + parameter.slice(1);
}

function parametersOf({ parameters = DEFAULT_PARAMETERS }: CmdletSpec): DefinedParameters {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, spec]) => [propertyOf(name), parameterOf(name, spec)]),
  );
}

function parameterOf(name: string, spec: ParameterSpec): DefinedParameters[string] {
  const { type: typeName, validateSet, allowNull, allowEmptyString, ...options } = spec;
  return {
    ...options,
    name,
    type: typeOf(typeName),
    validate: validateSet === undefined ? [] : [ValidateSet(validateSet)],
    attributes: [
      ...(allowNull === true ? [AllowNull()] : []),
      ...(allowEmptyString === true ? [AllowEmptyString()] : []),
    ],
  };
}

function typeOf(name: string): TypeSpecifier {
  if (name.endsWith('[]')) return [typeOf(name.slice(0, -2))];
  const type = TYPES[name];
  if (type === undefined) throw new Error(`There is no type '${name}'.`);
  return type;
}

const TYPES: Readonly<Record<string, TypeSpecifier>> = {
  object: Object,
  string: String,
  int: Int32,
  boolean: Boolean,
  switch: Switch,
};

type DefinedParameters = NonNullable<Parameters<typeof defineCmdlet>[0]['parameters']>;

/** Cmdlets that cases use without declaring them, as far as the cases need them. */
export const builtInCmdlets: Readonly<Record<string, () => CmdletClass>> = {
  'Out-Null': () =>
    defineCmdlet({
      verb: 'Out',
      noun: 'Null',
      asJob: false,
      parameters: { inputObject: { type: Object, valueFromPipeline: true } },
    }),
  'Select-Object': () => {
    let skipped = 0;
    let taken = 0;
    return defineCmdlet({
      verb: 'Select',
      noun: 'Object',
      asJob: false,
      parameters: {
        inputObject: { type: Object, valueFromPipeline: true },
        first: { type: Number },
        skip: { type: Number, default: 0 },
        wait: { type: Switch },
      },
      async process() {
        if (skipped < this.skip) skipped++;
        else if (this.first === undefined) await this.writeObject(this.inputObject);
        else if (taken < this.first) {
          taken++;
          await this.writeObject(this.inputObject);
          if (taken === this.first && !this.wait) this.stopUpstream();
        }
      },
    });
  },
};
