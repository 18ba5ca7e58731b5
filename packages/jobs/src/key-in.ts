/**
 * What parameters have in common by which a cmdlet finds what it is about: each is the first argument of its parameter
 * set, must be given there, and may come from a property of that name in the pipeline.
 *
 * @example
 * @Parameter({ ...keyIn('NameParameterSet'), type: [String] }) name!: string[];
 */
export function keyIn<TSet extends string>(parameterSetName: TSet) {
  return { parameterSetName, mandatory: true, position: 0, valueFromPipelineByPropertyName: true } as const;
}
