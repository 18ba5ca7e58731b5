/** Every text of the views and of the `Format-*` and `Out-*` cmdlets that a user may see. */
export const text = {
  keyMissing: (key: string): string => `A mandatory entry for ${key} is missing.`,

  keyWithoutValue: (key: string): string => `The ${key} key has no value.`,

  keyUnknown: (key: string, known: readonly string[]): string =>
    `The ${key} key is not valid. Use one of ${known.join(', ')}.`,

  keyAmbiguous: (key: string, candidates: readonly string[]): string =>
    `The ${key} key is ambiguous; it can mean ${candidates.join(' or ')}.`,

  keyType: (key: string, actual: string, expected: string): string =>
    `The "${key}" key has a type, ${actual}, that is not valid; expected type is ${expected}.`,

  widthOutOfRange: (width: number): string => `The value "${width}" for key "width" should be greater than 0.`,

  emptyText: (key: string): string => `The value for key "${key}" cannot be an empty text.`,

  alignmentUnknown: (alignment: string): string =>
    `The value "${alignment}" for key "alignment" is not valid. Use left, center or right.`,

  propertyType: (actual: string): string =>
    `Cannot convert ${actual} to one of the following types {String, Function}.`,

  propertyNull: 'The value of a parameter was null; one of the following types was expected: {String, Function}.',

  viewAndProperty: 'Cmdlet parameters View and Property are mutually exclusive.',

  autoSizeAndColumn: 'Cmdlet parameters AutoSize and Column are mutually exclusive.',

  viewNotFound: (
    view: string,
    shape: string,
    typeName: string,
    known: readonly string[],
    elsewhere: readonly string[],
  ): string => {
    const start = `The view name ${view} cannot be found.`;
    const other = elsewhere.length === 0 ? '' : ` A view of that name is shown by ${elsewhere.join(', ')}.`;
    return known.length === 0
      ? `${start} There are no existing ${shape} views for ${typeName} objects.${other}`
      : `${start} Specify one of the following ${shape} views and try again: ${known.join(', ')}.${other}`;
  },

  outOfSequence: (kind: string): string =>
    `The object of type "${kind}" is not valid or not in the correct sequence. This is likely caused by a Format-* command ` +
    'whose output was changed before it reached the Out-* command.',

  enumerableHeader: 'The following object supports IEnumerable:',

  enumerableCount: (count: number): string => {
    if (count === 0) return 'The IEnumerable contains no objects.';
    return count === 1
      ? 'The IEnumerable contains the following object:'
      : `The IEnumerable contains the following ${count} objects:`;
  },

  fileExists: (path: string): string =>
    `The file '${path}' already exists. Leave -NoClobber out to replace it, or use -Append to add to it.`,

  cannotWrite: (path: string, reason: string): string => `Could not write to the file '${path}': ${reason}`,

  expressionFailed: (expression: string, reason: string): string =>
    `Failed to evaluate expression "${expression}": ${reason}`,

  noPath: 'A path is needed: give -FilePath or -LiteralPath.',
} as const;

/** In place of a value that could not be computed. */
export const ERROR_MARK = '#ERR';
/** In place of a value whose format is none. */
export const FORMAT_ERROR_MARK = '#FMTERR';
