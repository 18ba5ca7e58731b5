import {
  Alias,
  dictionaryOf,
  enumOf,
  Int32,
  type Job,
  Parameter,
  Switch,
  type TypeOf,
  ValidateNotNullOrEmpty,
  ValidateNotNullOrWhiteSpace,
  ValidateRange,
  Version,
} from '@cmdlet/core';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';
import type { BackgroundJob } from './background-job.js';
import { JobStartingCmdlet } from './job-starting-cmdlet.js';
import { PSCredential } from './ps-credential.js';

/** The parameter sets of `Start-Job`; their names are older than what they mean. */
export const StartJobParameterSet = {
  Block: 'ComputerName',
  File: 'FilePathComputerName',
  LiteralFile: 'LiteralFilePathComputerName',
  Definition: 'DefinitionName',
} as const;

const { Block: BLOCK, File: FILE, LiteralFile: LITERAL, Definition: DEFINITION } = StartJobParameterSet;
/** The sets that run a script. */
const scripts = [BLOCK, FILE, LITERAL];

const authenticationMechanism = enumOf(
  ['Default', 'Basic', 'Negotiate', 'NegotiateWithImplicitCredential', 'Credssp', 'Digest', 'Kerberos'],
  'AuthenticationMechanism',
);

/** The parameters of `Start-Job`. */
export abstract class StartJobParameters extends JobStartingCmdlet<BackgroundJob, Job> {
  /** What to run: a function that gets a `ScriptBlockContext`, or text of the session's command language. */
  @Alias('Command')
  @Parameter({ parameterSetName: BLOCK, mandatory: true, position: 0, type: scriptBlockType })
  scriptBlock!: ScriptBlockArgument;

  /** Path of a script file: a module whose default export is the script block. It is read now. */
  @Parameter({ parameterSetName: FILE, mandatory: true, position: 0, type: String })
  filePath!: string;

  /** Path of a script file, as it is: no character stands for others. */
  @Alias('PSPath', 'LP')
  @Parameter({ parameterSetName: LITERAL, mandatory: true, type: String })
  literalPath!: string;

  /** Name of a stored definition of a job, which is started at once. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: DEFINITION, mandatory: true, position: 0, type: String })
  definitionName!: string;

  /** Where the definition is stored. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: DEFINITION, position: 1, type: String })
  definitionPath?: string;

  /** Which source of jobs the definition belongs to; wildcards are allowed. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: DEFINITION, position: 2, type: String })
  type?: string;

  /** Name of the job. Default, also for an empty text: `Job` and its id. */
  @Parameter({ parameterSetName: scripts, valueFromPipelineByPropertyName: true, type: String })
  name?: string;

  /** Runs before the script, to its end. An error in it fails the job. */
  @Parameter({ parameterSetName: scripts, position: 1, type: scriptBlockType })
  initializationScript?: ScriptBlockArgument;

  /** Input of the script: by name one object, from the pipeline each record. */
  @Parameter({ parameterSetName: scripts, valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Arguments of the script. */
  @Alias('Args')
  @Parameter({ parameterSetName: scripts, type: [Object] })
  argumentList?: unknown[];

  /** Values that the script sees by name as `using`. */
  @Parameter({ parameterSetName: scripts, type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** Directory that the script begins in. Default: the caller's current location. */
  @ValidateNotNullOrWhiteSpace()
  @Parameter({ type: String })
  workingDirectory?: string;

  /** The user that the process runs as. Only root may choose another one. */
  @Parameter({ parameterSetName: scripts, type: PSCredential })
  credential?: PSCredential;

  /** Only `Default` is accepted: the job runs on this computer. */
  @Parameter({ parameterSetName: scripts, type: authenticationMechanism })
  authentication: TypeOf<typeof authenticationMechanism> = 'Default';

  /** Runs in a configured Node of 32 bit. */
  @Parameter({ parameterSetName: scripts, type: Switch })
  runAs32 = false;

  /** Runs in a configured Node of this version, or a newer one of the same major number. */
  @ValidateNotNullOrEmpty()
  @Alias('RuntimeVersion')
  @Parameter({ parameterSetName: scripts, name: 'PSVersion', type: Version })
  psVersion?: Version;

  /** How many seconds the script may run; after that the job is stopped and Failed. 0, the default, for no limit. */
  @ValidateRange(0, (2 ** 31 - 1) / 1000)
  @Parameter({ parameterSetName: scripts, type: Int32 })
  timeoutSeconds = 0;

  /** The file that the function was written in: its imports are resolved from there. Default: from the working directory. */
  @Parameter({ parameterSetName: BLOCK, type: String })
  sourceFile?: string;
}
