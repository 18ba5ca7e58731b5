import {
  buildIndex,
  Cmdlet,
  type CommandIndex,
  definePack,
  Int32,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateSet,
} from '@cmdlet/core';
import { type HelpPage, helpPages } from '../../../packages/shell/src/docs/help-page.js';

@Cmdlet('Get', 'Forecast', {
  defaultParameterSetName: 'City',
  outputType: String,
  aliases: ['gfc'],
  synopsis: 'Tells the weather & more.',
  description:
    'Asks `api.example` <twice>.\n\n- first\n- **then** again\n\n```\n.code "here" \\ there\n```\n\n.Begins with a dot.',
  examples: [
    {
      title: 'One city',
      code: 'Get-Forecast Oslo',
      output: ['Oslo: rain'],
      remarks: 'See [the site](https://example.org/a?b=1&c).',
    },
    { code: 'Get-Forecast -Latitude -5.5 |\n  Out-Null' },
  ],
  notes: 'Nobody knows.',
  links: [
    { text: 'Remove-Row' },
    { text: 'The site', uri: 'https://example.org/' },
    { text: 'Script', uri: 'javascript:alert(1)' },
    { text: 'about_Weather' },
  ],
})
class GetForecast extends PSCmdlet<string> {
  @Parameter({
    parameterSetName: 'City',
    mandatory: true,
    position: 0,
    valueFromPipeline: true,
    valueFromPipelineByPropertyName: true,
    description: 'City to look up.',
    supportsWildcards: true,
    type: [String],
    aliases: ['Town', 'Place'],
  })
  city!: string[];

  @Parameter({ parameterSetName: 'Position', mandatory: true, description: 'Degrees.' }) latitude!: number;

  @Parameter({ parameterSetName: 'City', position: 1, type: Int32 })
  @Parameter({ parameterSetName: 'Position', mandatory: true })
  days = 1;

  @Parameter({ type: String, defaultValueNote: 'Celsius' }) @ValidateSet('Celsius', 'Fahrenheit') scale = 'Celsius';
  @Parameter({ type: Switch, dontShow: true }) secret = false;
  @Parameter({ type: Switch, description: 'Tells all.' }) detailed = false;
}

@Cmdlet('Remove', 'Row', { asJob: false, obsolete: 'Write Clear-Row.' })
class RemoveRow extends PSCmdlet<never> {}

/** The index of a pack with all that a page can have. */
export const forecastIndex: Promise<CommandIndex> = buildIndex(
  definePack({ name: 'weather', version: '1.2.0', cmdlets: [RemoveRow, GetForecast] }),
);

/** Its pages. */
export const forecastPages: Promise<readonly HelpPage[]> = forecastIndex.then(helpPages);
