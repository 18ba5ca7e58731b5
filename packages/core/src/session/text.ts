/** Every text of the session that a user can see. */
export const text = {
  badPreferenceAssigned: (variable: string, value: unknown, names: readonly string[]): string =>
    `${variable} cannot be set to ${JSON.stringify(value) ?? String(value)}. Choose one of: ${names.join(', ')}.`,
  noService: (token: string): string =>
    `There is no service for ${token}. Import the pack that brings it when the session is created: Session.create({ packs: [...] }). Or give one: Session.create({ services: [[${token}, instance]] }).`,
  constructorTypeUnknown: (className: string, place: number): string =>
    `Parameter ${place} of the constructor of ${className} has a type that is not known at run time, so that no service can be given. Write a field instead: service = inject(ServiceClass).`,
  serviceCycle: (tokens: readonly string[]): string =>
    `The services need each other in a circle: ${tokens.join(' → ')}. Let one of them ask for the other when it is used, not when it is constructed.`,
  sessionDisposed: 'The session is disposed. Create a new one with Session.create().',
  commandNotFound: (name: string, nearest: readonly string[]): string =>
    `There is no command '${name}' in this session.${nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`}`,
  notExactlyOne: (count: number): string =>
    `Exactly one result was expected, but there ${count === 0 ? 'was none' : `were at least ${count}`}.`,
  noJob: (command: string): string =>
    `${command} was called with asJob, but no job was started: somebody was asked and declined, or the command only says what it would do (whatIf).`,
  notACmdlet: (name: string): string =>
    `${name} is no cmdlet class. Decorate it with @Cmdlet(verb, noun), or make it with defineCmdlet.`,
  notMergeable: (name: string, streams: readonly string[]): string =>
    `The stream '${name}' cannot be redirected. Redirect one of: ${streams.join(', ')}.`,
  badMergeTarget: (target: string): string => `A stream can go to 'output' or to 'null', not to '${target}'.`,
  pipelineStarted: 'This pipeline has been started already. Build a new one for another run.',
  serviceDisposal: (token: string): string => `The service ${token} could not be disposed.`,
};
