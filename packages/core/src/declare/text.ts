/** Where a declaration stands: `GetForecast.city`, or the class alone. */
export interface Place {
  readonly className: string;
  readonly property?: string;
}

/** What declaration errors say: where, what is wrong, what would be right. */
export const text = {
  parameterNotPublic: (attribute: string, className: string, property: string) =>
    `${at({ className, property })}: @${attribute} needs a public instance property with a text name. Parameters are set from outside; make the member public, not static and not #private.`,
  decoratorMetadataMissing: (attribute: string, property: string) =>
    `@${attribute} on "${property}": this compiler's decorators come without context.metadata. Compile with TypeScript 5.2 or later, esbuild, swc or Babel "2023-11", use legacy decorators, or declare the command with defineCmdlet(...).`,
  notACmdlet: (className: string) =>
    `${className} is not declared as a cmdlet. Write @Cmdlet('Get', 'Noun') on the class itself; a base class's declaration is not inherited.`,
  declaredTwice: (className: string, name: string) =>
    `${className}: @Cmdlet stands on the class twice; it is already ${name}.`,
  emptyName: (className: string, part: 'verb' | 'noun') =>
    `${className}: the ${part} of a command must not be empty. Write @Cmdlet('Get', 'Forecast').`,
  dashInVerb: (className: string, verb: string) =>
    `${className}: the verb "${verb}" holds a dash. A command's name is split at its first dash; write verb and noun apart.`,
  jobWithoutAsJob: (className: string) =>
    `${className}: a job class is given although asJob is false, so that it could never be used. Leave out one of them.`,
  attributeWithoutParameter: (place: Place, attribute: string) =>
    `${at(place)}: @${attribute} stands on a property that is no parameter. Add @Parameter() above it.`,
  typeUnknown: (place: Place, initialValues: string) =>
    `${at(place)}: the type of the parameter is not known at run time. Write it: @Parameter({ type: String }), Number, Switch, [String] for a list, a class … (${initialValues})`,
  noInitialValue: () => 'The compiler left no usable type, and the property has no initial value that would tell.',
  noInstance: (reason: string) =>
    `The compiler left no usable type, and an instance to read the initial value from could not be made: ${reason}`,
  unknownOption: (place: Place, name: string, known: readonly string[]) =>
    `${at(place)}: there is no option "${name}". There are: ${known.join(', ')}.`,
  typesDiffer: (place: Place) => `${at(place)}: two @Parameter declarations give different types. Give the type once.`,
  namesDiffer: (place: Place, first: string, second: string) =>
    `${at(place)}: the parameter is called "${first}" and "${second}". Give the name once, and use @Alias for others.`,
  badName: (place: Place, name: string) =>
    `${at(place)}: "${name}" cannot be typed as a parameter's name. Use letters, digits and underscores, without a dash in front.`,
  badPosition: (place: Place, position: unknown) =>
    `${at(place)}: position ${String(position)} is no whole number. Positions only give an order: 0, 1, 2 …`,
  emptyHelpMessage: (place: Place) =>
    `${at(place)}: the help message is empty. Say what to enter, or leave helpMessage out.`,
  duplicateParameter: (className: string, name: string, first: string, second: string) =>
    `${className}: the properties "${first}" and "${second}" both declare the parameter "${name}". Names are compared ignoring case; rename one.`,
  nameTaken: (className: string, name: string, owner: string, remedy: string) =>
    `${className}: a parameter with the name "${name}" was defined multiple times for the command. The other one is ${owner}; ${remedy}.`,
  aliasTwice: (className: string, alias: string, first: string, second: string) =>
    first === second
      ? `${className}: the alias "${alias}" is declared twice on the parameter "${first}".`
      : `${className}: the alias "${alias}" is declared on the parameters "${first}" and "${second}". Give it to one of them.`,
  aliasTaken: (className: string, alias: string, parameter: string, owner: string) =>
    `${className}: the alias "${alias}" of the parameter "${parameter}" already belongs to "${owner}". Choose another.`,
  nameIsAlias: (className: string, name: string, owner: string) =>
    `${className}: the parameter "${name}" conflicts with the alias of the same name of the parameter "${owner}". Rename one.`,
  reservedName: (className: string, name: string) =>
    `${className}: the parameter name "${name}" is reserved. Choose another, for example "Property".`,
  memberOfBase: (className: string, property: string) =>
    `${className}: "${property}" is a member of every cmdlet and cannot be a parameter's property. Choose another and show it with name: "${property.charAt(0).toUpperCase()}${property.slice(1)}".`,
  setTwice: (className: string, name: string, set: string) =>
    `${className}: the parameter "${name}" is declared more than once for the parameter set "${set}". Merge the declarations.`,
  setSpelling: (className: string, first: string, second: string) =>
    `${className}: the parameter set "${first}" is also written "${second}". Set names are compared ignoring case; spell it one way.`,
  reservedDefaultSet: (className: string, name: string) =>
    `${className}: the default parameter set cannot be called "${name}", the reserved name of the set all parameters without a set belong to. Leave defaultParameterSetName out, or name a set of your own.`,
  equalPositions: (className: string, position: number, set: string, first: string, second: string) =>
    `${className}: the parameters "${first}" and "${second}" both have position ${position} in the parameter set "${set}". Give them different positions, or put them into sets that exclude each other.`,
  countOnScalar: (place: Place, typeName: string) =>
    `${at(place)}: ValidateCount counts the elements of a collection, and the parameter is a ${typeName}. Use a list type such as [String], or ValidateLength for the length of a text.`,
  limitNegative: (place: Place, attribute: string, limit: string, value: unknown) =>
    `${at(place)}: the ${limit} of ${attribute} is ${String(value)}; it must be a whole number of at least 0.`,
  limitTooSmall: (place: Place, attribute: string, limit: string, value: unknown) =>
    `${at(place)}: the ${limit} of ${attribute} is ${String(value)}; it must be a whole number of at least 1.`,
  limitsReversed: (place: Place, attribute: string, min: unknown, max: unknown) =>
    `${at(place)}: the maximum of ${attribute}, ${String(max)}, is less than its minimum, ${String(min)}. Exchange them.`,
  limitMissing: (place: Place, attribute: string) =>
    `${at(place)}: ${attribute} needs two limits; one of them is null.`,
  limitTypesDiffer: (place: Place, min: string, max: string) =>
    `${at(place)}: the minimum of ValidateRange is a ${min} and its maximum a ${max}. Both must be numbers, texts, or dates.`,
  limitNotComparable: (place: Place, typeName: string) =>
    `${at(place)}: ValidateRange cannot compare with a limit of type ${typeName}. Use numbers, big integers, texts, or dates.`,
  noValues: (place: Place, attribute: string) =>
    `${at(place)}: ${attribute} lists no values, so that nothing would be accepted.`,
  badPattern: (place: Place, reason: string) =>
    `${at(place)}: the pattern of ValidatePattern is no regular expression: ${reason}`,
  unapprovedVerbs: (pack: string) =>
    `Some commands of ${pack} have verbs that are not approved, which makes them hard to find. Ask for details with -Verbose; approvedVerbs() lists the verbs.`,
  unapprovedVerb: (command: string, pack: string, verb: string, suggested: readonly string[]) =>
    `The command ${command} of ${pack} has the unapproved verb "${verb}".${suggested.length === 0 ? '' : ` Use ${suggested.join(' or ')}.`}`,
  restrictedCharacters: (pack: string) =>
    `Some commands of ${pack} have characters in their nouns that mean something else in a command line. Ask for details with -Verbose.`,
  restrictedCharacter: (command: string, pack: string, character: string) =>
    `The noun of the command ${command} of ${pack} holds "${character}". Use letters and digits.`,
  packWithoutName: () =>
    `A pack needs a name, that of its npm package: definePack({ name: 'weather', cmdlets: [...] }).`,
  badPrefix: (pack: string, prefix: string) =>
    `${pack}: the command prefix "${prefix}" would make names that cannot be typed. Use letters and digits.`,
  duplicateCommand: (pack: string, name: string, first: string, second: string) =>
    `${pack}: the classes ${first} and ${second} both declare the command ${name}. Names are compared ignoring case; rename one.`,
  moduleWithoutCmdlets: (pack: string) =>
    `${pack}: a module of the pack exports no class with @Cmdlet. List only modules with cmdlets, () => import('./get-forecast.js').`,
  aliasOfNothing: (pack: string, alias: string, command: string) =>
    `${pack}: the alias "${alias}" means the command "${command}", which the pack does not have.`,
  duplicateAlias: (pack: string, alias: string, owner: string, command: string) =>
    `${pack}: the alias "${alias}" of ${command} already belongs to ${owner}.`,
  indexOutdated: (pack: string, commands: readonly string[]) =>
    `${pack}: the command index does not fit the classes${commands.length === 0 ? '' : ` (${commands.join(', ')})`}. Build the pack again.`,
  noIndex: () => 'This is no command index: an object was expected. Build the pack again.',
  indexIsNoJson: (reason: string) =>
    `The command index is no JSON: ${reason.replace(/\s*\n\s*/gu, ' ').replace(/\.?$/u, '.')} Build the pack again.`,
  indexVersion: (found: unknown, expected: number) =>
    `The command index has format version ${String(found)}, and ${expected} is read here. Build the pack with the version of the SDK that reads it.`,
  indexField: (path: string, expected: string) =>
    `The command index is damaged: ${path} should be ${expected}. Build the pack again.`,
  dynamicNameMismatch: (key: string, name: string) =>
    `The dynamic parameter "${name}" is filed under the key "${key}". Use its name as the key.`,
};

/** `GetForecast.city` */
export function at({ className, property }: Place): string {
  return property === undefined ? className : `${className}.${property}`;
}
