/** Every text of the object cmdlets that a user may see. */
export const text = {
  unknownPropertyType: (type: string): string =>
    type === ''
      ? 'A property is null; it must be a name, a function or a calculated property such as { name, expression }.'
      : `Cannot use a value of type ${type} as a property; give a name, a function or a calculated property such as { name, expression }.`,
  keyNotText: (key: string): string => `The key ${key} of a calculated property is not a text.`,
  keyTwice: (key: string, meaning: string): string => `The ${key} key gives ${meaning} a second time.`,
  keyMissing: (key: string): string => `The ${key} key of a calculated property is missing.`,
  keyUnknown: (key: string, known: readonly string[]): string =>
    `The ${key} key is not valid. Valid keys are: ${known.join(', ')}.`,
  keyAmbiguous: (key: string, first: string, second: string): string =>
    `The ${key} key is ambiguous; it may be ${first} or ${second}.`,
  keyValueType: (key: string, type: string, allowed: readonly string[]): string =>
    `The ${key} key has a value of type ${type === '' ? 'null' : type}; expected: ${allowed.join(' or ')}.`,
  expressionEmpty: 'The expression of a property is an empty text; give a name or a function.',
  expressionWildcard: (name: string): string =>
    `The name ${name} has wildcard characters, which are not allowed here; name each property.`,

  propertyExists: (name: string): string =>
    `The property cannot be processed because the property "${name}" already exists.`,
  renamesSeveral: 'Multiple results cannot be renamed; give a calculated property that stands for one property.',
  expandNotFound: (name: string): string => `Property "${name}" cannot be found.`,
  expandSeveral: 'Multiple properties cannot be expanded.',

  ambiguousProperty: (name: string, matches: readonly string[]): string =>
    `Input name "${name}" is ambiguous. It can be resolved to multiple matched members. Possible matches include: ${matches.join(' ')}.`,
  operatorFailed: (operator: string, reason: string): string => `The '${operator}' operator failed: ${reason}`,
  valueNotSpecified:
    'The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.',
  operatorNotSpecified:
    'An operator is required to compare the two specified values. Include a valid operator in the command, and then try the command again. For example, Get-Process | Where-Object -Property Name -eq Idle',
  unknownType: (name: string): string =>
    `Cannot convert the "${name}" value to a type; give the name of one, such as int or string, or a class.`,
  unknownCulture: (name: string): string => `The culture ${name} is not known; give a name such as en-US.`,
  notNumeric: (value: string): string => `Input object "${value}" is not numeric.`,
  hashtableNeeded: 'The -AsString parameter is for hashtables; add -AsHashTable.',
  oneKeyOnly: 'A hashtable needs one key for each group; give one property, or -AsString.',
  keyTaken: (key: string): string =>
    `The hashtable already has a group under the key ${key}; try -CaseSensitive or -AsString.`,
};
