/** Everything that the API report says by itself, and what the build says of it. */
export const reportText = {
  title: (pack: string) => `# API of ${pack}`,
  about: '<!-- Written by cmdlet build. What changes here, changes for users of the pack. Not to be edited. -->',
  missing: (file: string) =>
    `There is no ${file}, which package.json names as the report of the pack's API. Run cmdlet build, and commit it.`,
  outdated: (file: string, difference: string) =>
    `The API of the pack is not the one in ${file}. Where that is meant, run cmdlet build, and commit the file.\n${difference}`,
  unused: 'Used by them, and not exported:',
};
