import {
  Alias,
  arrayOf,
  dictionaryOf,
  Int32,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateNotNullOrEmpty,
  ValidateRange,
} from '@cmdlet/core';
import { type ScriptBlockArgument, scriptBlockType } from '../script-block/script-block-argument.js';

/** Names of the parameter sets of `Invoke-Command`: one for each way to say where and what. */
export const InvokeParameterSet = {
  InProcess: 'InProcess',
  Computer: 'ComputerName',
  Host: 'SSHHost',
  Table: 'SSHHostHashParam',
  FileOnHost: 'FilePathSSHHost',
  FileOnTable: 'FilePathSSHHostHash',
} as const;

const {
  InProcess: IN_PROCESS,
  Computer: COMPUTER,
  Host: HOST,
  Table: TABLE,
  FileOnHost,
  FileOnTable,
} = InvokeParameterSet;
const hosts = [HOST, FileOnHost];
const remote = [HOST, TABLE, FileOnHost, FileOnTable];

/** The parameters of `Invoke-Command`. */
export abstract class InvokeCommandParameters extends PSCmdlet<unknown> {
  /** What to run: a function that gets a `ScriptBlockContext`, or text of the session's command language. */
  @Alias('Command')
  @Parameter({ parameterSetName: IN_PROCESS, mandatory: true, position: 0, type: scriptBlockType })
  @Parameter({ parameterSetName: [COMPUTER, HOST, TABLE], mandatory: true, position: 1, type: scriptBlockType })
  scriptBlock!: ScriptBlockArgument;

  /** Path of a script file here, which is sent: a module whose default export is the script block. It is read now. */
  @ValidateNotNullOrEmpty()
  @Alias('PSPath')
  @Parameter({ parameterSetName: [FileOnHost, FileOnTable], mandatory: true, position: 1, type: String })
  filePath!: string;

  /** The computers: `[user@]host[:port]`. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: hosts, mandatory: true, type: [String] })
  hostName!: string[];

  /** The computers, a table each: ComputerName, and where needed UserName, KeyFilePath, Port, Subsystem, ConnectingTimeout, Options. */
  @ValidateNotNullOrEmpty()
  @Parameter({
    parameterSetName: [TABLE, FileOnTable],
    mandatory: true,
    name: 'SSHConnection',
    type: arrayOf(dictionaryOf(String, Object)),
  })
  sshConnection!: Map<string, unknown>[];

  /** Needs WSMan, for which there is no client here: use `-HostName`. */
  @ValidateNotNullOrEmpty()
  @Alias('Cn')
  @Parameter({ parameterSetName: COMPUTER, position: 0, type: [String] })
  computerName?: string[];

  /** The user on the other computers. Default: as the configuration of `ssh` says. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: hosts, type: String })
  userName?: string;

  /** Path of a private key. Default: those that `ssh` finds, and its agent. */
  @ValidateNotNullOrEmpty()
  @Alias('IdentityFilePath')
  @Parameter({ parameterSetName: hosts, type: String })
  keyFilePath?: string;

  /** Port of the SSH servers. Default: as the configuration of `ssh` says. */
  @ValidateRange(1, 65_535)
  @Parameter({ parameterSetName: hosts, type: Int32 })
  port?: number;

  /** Subsystem of the SSH servers that runs the entry of jobs. Default: it is sent to the `node` there. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: hosts, type: String })
  subsystem?: string;

  /** How long connecting may take, in milliseconds. Default: no limit. */
  @Parameter({ parameterSetName: hosts, type: Int32 })
  connectingTimeout?: number;

  /** Options of `ssh`, as `-o` takes them. */
  @Parameter({ parameterSetName: hosts, type: dictionaryOf(String, Object) })
  options?: Map<string, unknown>;

  /** Says that SSH is meant, which it is anyhow. */
  @Parameter({ parameterSetName: hosts, name: 'SSHTransport', type: Switch })
  sshTransport = false;

  /** Runs in the background and writes the job. */
  @Parameter({ parameterSetName: [COMPUTER, ...remote], type: Switch })
  asJob = false;

  /** Name of the job; implies `-AsJob`. */
  @Parameter({ parameterSetName: [COMPUTER, ...remote], type: String })
  jobName?: string;

  /** On how many computers it runs at the same time. Default, also for 0 and less: 32. */
  @Parameter({ parameterSetName: [COMPUTER, ...remote], type: Int32 })
  throttleLimit = 0;

  /** Says that displays need not tell where objects come from. */
  @Alias('HCN')
  @Parameter({ parameterSetName: [COMPUTER, ...remote], type: Switch })
  hideComputerName = false;

  /** Needs WSMan. */
  @Alias('Disconnected')
  @Parameter({ parameterSetName: COMPUTER, type: Switch })
  inDisconnectedSession = false;

  /** Needs WSMan. */
  @ValidateNotNullOrEmpty()
  @Parameter({ parameterSetName: COMPUTER, type: [String] })
  sessionName?: string[];

  /** Runs in the caller's scope. A function has the scope it was written in anyhow. */
  @Parameter({ parameterSetName: IN_PROCESS, type: Switch })
  noNewScope = false;

  /** Input of the script: by name one object, from the pipeline each record. Each computer gets all of it. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** Arguments of the script. */
  @Alias('Args')
  @Parameter({ type: [Object] })
  argumentList?: unknown[];

  /** Values that the script sees by name as `using`. */
  @Parameter({ type: dictionaryOf(String, Object) })
  using?: Map<string, unknown>;

  /** The file that the function was written in: its imports are resolved from there. */
  @Parameter({ parameterSetName: [HOST, TABLE], type: String })
  sourceFile?: string;
}
