/** Every text of the converting cmdlets that a user may see. */
export const text = {
  jsonFailed: (reason: string): string => `Conversion from JSON failed with error: ${reason}`,
  emptyKey:
    'The provided JSON includes a property whose name is an empty string, this is only supported using the -AsHashTable switch.',
  keysDifferByCase: (first: string, second: string): string =>
    `Cannot convert the JSON string because it contains keys with different casing. Please use the -AsHashTable switch instead. The key that was attempted to be added to the existing key '${first}' was '${second}'.`,
  jsonTruncated: (depth: number): string =>
    `Resulting JSON is truncated as serialization has exceeded the set depth of ${depth}.`,
  quoteFieldsAndUseQuotes: 'You must specify either the -UseQuotes or -QuoteFields parameters, but not both.',
  bothTypeInformation:
    'You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.',
  memberPresent: (name: string): string => `The member "${name}" is already present.`,
  unnamedColumns:
    'One or more headers were not specified. Default names starting with "H" have been used in place of any missing headers.',
  appendAndNoClobber: 'You must specify either the -Append or -NoClobber parameters, but not both.',
  columnMissing: (path: string, name: string): string =>
    `Cannot append to ${path}: the record has no property for its column "${name}". Use -Force to leave it empty.`,
  fileNotRead: (path: string, reason: string): string => `The file ${path} could not be read: ${reason}`,
};
