/** Everything that reference pages and their tool say by themselves. */
export const text = {
  usage: 'Write cmdlet docs [folder] [--format markdown | man | html] [--output folder] [--index file].',
  badFormat: (format: string, formats: readonly string[]) =>
    `Pages cannot be written as '${format}'. Use one of ${formats.join(', ')}.`,
  tooManyWords: (word: string, usage: string) => `'${word}' is too much. ${usage}`,
  noIndexNamed: (path: string) =>
    `${path} names no index. Write "cmdlets": { "module": …, "index": "./dist/cmdlets.json" }, and run cmdlet build.`,
  noIndex: (path: string) => `There is no ${path}. Run cmdlet build.`,
  badIndex: (path: string, reason: string) => `${path} cannot be read: ${reason} Run cmdlet build.`,
  written: (pages: number, folder: string) => `${pages} ${pages === 1 ? 'page' : 'pages'} in ${folder}`,
  allSets: '(All)',
  named: 'Named',
  none: 'None',
  anything: 'Object',
  defaultSet: '(Default)',
  commonParameters: (asJob: boolean) =>
    `This command has the common parameters -Debug, -ErrorAction, -ErrorVariable, -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and -WarningVariable.${asJob ? ' -AsJob runs it as a background job, which -JobName names.' : ''}`,
  aliases: 'Aliases',
  obsolete: 'Obsolete',
  example: (number: number, title: string | undefined) => `Example ${number}${title === undefined ? '' : `: ${title}`}`,
  search: 'Search commands',
  searchHint: 'Search commands',
  skip: 'Skip to the content',
  commands: 'Commands',
  onThisPage: 'On this page',
  linkTo: (place: string) => `Link to ${place}`,
  commandsOf: (pack: string) => `Commands of ${pack}`,
};
