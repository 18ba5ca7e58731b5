/** Every text of the cmdlets about texts that a user may see. */
export const text = {
  badPattern: (pattern: string, reason: string): string =>
    `The regular expression pattern ${pattern} is not valid: ${reason}`,
  cultureWithoutSimpleMatch: 'You must specify -Culture parameter only with -SimpleMatch parameter.',
};
