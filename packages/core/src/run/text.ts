/** Every text of the engine that a user can see. */
export const text = {
  writeFromWrongPlace: (command: string, member: string, duringOwnWrite: boolean): string =>
    duringOwnWrite
      ? `${command}: ${member} was called while this command waits for its own write. A cmdlet writes from its own steps; another command must not write for it.`
      : `${command}: ${member} was called when no step of the command is running. Write while beginProcessing, processRecord or endProcessing is running, or while the promise it returned is pending; await your writes.`,
  recordAfterEnd: (command: string): string =>
    `${command} got a record after its end. Commands upstream must write before they end; await what they write.`,
  recordDuringStep: (command: string): string =>
    `${command} got a record from inside its own step. A command cannot feed itself.`,
  injectOutsideConstruction: (token: string): string =>
    `inject(${token}) works only while the engine constructs a cmdlet or a service: call it in a field initialiser or a constructor.`,
  noEngine: (member: string): string =>
    `${member} needs the engine. Run the cmdlet with session.invoke or session.pipeline instead of constructing it.`,
  stoppedByPreference: (variable: string, message: string): string =>
    `The running command stopped because the preference variable "${variable}" or common parameter is set to Stop: ${message}`,
  haltedByUser: (message: string): string =>
    `The running command stopped because the user selected Halt Command: ${message}`,
  questionCancelled: (caption: string): string =>
    `The question "${caption}" was cancelled, so the command stopped. Nothing was changed by it.`,
  cannotAsk: (message: string, remedy: string): string =>
    `Somebody must answer, but this host cannot ask: ${message} ${remedy}`,
  remedyConfirm: 'Use -Confirm:$false (confirm: false) to go on without asking.',
  remedyForce: 'Use -Force (force: true), if the command has it, to go on without asking.',
  remedyPreference: 'Choose another preference than Inquire.',
  performing: (action: string, target: string): string => `Performing the operation "${action}" on target "${target}".`,
  areYouSure: 'Are you sure you want to perform this action?',
  continueOperation: 'Continue with this operation?',
  confirmCaption: 'Confirm',
  total: (count: number): string => `Total count: ${count}`,
  estimatedTotal: (count: number): string => `Estimated total count: ${count}`,
  unknownTotal: 'Unknown total count',
  whatIf: (description: string): string => `What if: ${description}`,
  badPreference: (variable: string, value: unknown, used: string): string =>
    `The variable ${variable} holds ${JSON.stringify(value) ?? String(value)}, which is no preference; ${used} is used. Choose SilentlyContinue, Stop, Continue, Inquire, Ignore or Break.`,
  suspendReserved:
    'The preference Suspend is reserved and cannot be used. Choose Continue, SilentlyContinue, Stop, Inquire or Ignore.',
  suspendNotSupported: (variable: string): string =>
    `The preference Suspend of ${variable} is reserved and cannot be used. Choose Continue, SilentlyContinue, Stop, Inquire or Ignore.`,
  shouldProcessUndeclared: (command: string): string =>
    `${command} calls shouldProcess but does not declare it. Add supportsShouldProcess: true to @Cmdlet.`,
  mandatoryCaption: (command: string, position: number): string =>
    `cmdlet ${command} at command pipeline position ${position}`,
  mandatoryMessage: 'Supply values for the following parameters:',
  obsoleteCommand: (command: string, message: string): string =>
    `The command '${command}' is obsolete.${message === '' ? '' : ` ${message}`}`,
  constructorThrew: (command: string, message: string): string => `${command} could not be constructed: ${message}`,
};

/** Labels of the choices, with their hot keys. */
export const choice = {
  yes: { label: '&Yes', helpMessage: 'Continue with only the next step of the operation.' },
  yesToAll: { label: 'Yes to &All', helpMessage: 'Continue with all the steps of the operation.' },
  no: { label: '&No', helpMessage: 'Skip this operation and proceed with the next operation.' },
  noToAll: { label: 'No to A&ll', helpMessage: 'Skip this operation and all subsequent operations.' },
  halt: { label: '&Halt Command', helpMessage: 'Stop this command.' },
  suspend: {
    label: '&Suspend',
    helpMessage: 'Pause and return to the prompt; type exit to come back to the question.',
  },
} as const;
