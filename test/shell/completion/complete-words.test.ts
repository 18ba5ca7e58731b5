import {
  ArgumentCompleter,
  ArgumentCompletions,
  Cmdlet,
  Int32,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateSet,
} from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { completeWords } from '../../../packages/shell/src/completion/complete-words.js';
import { cutLine } from '../../../packages/shell/src/completion/posix-words.js';
import { typedSources } from './typed-sources.js';

@Cmdlet('Get', 'Forecast', { aliases: ['gfc'] })
class GetForecast extends PSCmdlet<string> {
  @ArgumentCompleter(({ wordToComplete }) =>
    ['Oslo', "'Old Town'", 'Rome'].filter((city) => city.includes(wordToComplete)),
  )
  @Parameter({ position: 0, type: [String] })
  city!: string[];

  @ValidateSet('calm', 'very windy', 'wet') @Parameter({ type: String }) mode!: string;
  @ValidateSet('sun', 'rain, heavy') @Parameter({ type: [String] }) kinds!: string[];
  @Parameter({ type: Int32 }) daysAhead!: number;
  @Parameter({ type: Boolean }) exact!: boolean;
  @Parameter({ type: Switch }) force = false;
  @ArgumentCompletions('metric', 'imperial') @Parameter({ type: String }) units!: string;
  @Parameter({ type: String, parameterSetName: 'File' }) path!: string;
  @Parameter({ type: String, parameterSetName: 'Site' }) site!: string;
}

@Cmdlet('Get', 'Fox')
class GetFox extends PSCmdlet<string> {
  @Parameter({ valueFromPipeline: true, type: Object }) inputObject!: unknown;
}

@Cmdlet('Find', 'Entry', { defaultParameterSetName: 'ByName' })
class FindEntry extends PSCmdlet<string> {
  @Parameter({ position: 0, type: String, parameterSetName: 'ByName' }) name!: string;
  @Parameter({ position: 0, type: String, parameterSetName: 'ByText' }) text!: string;
  @Parameter({ type: Switch, parameterSetName: 'ByName' }) nameOnly = false;
  @Parameter({ type: Switch, parameterSetName: 'ByText' }) textOnly = false;
  @ArgumentCompleter(() => ['best']) @ValidateSet('good', 'best') @Parameter({ type: String }) grade!: string;
  @Parameter({ type: String, dontShow: true }) trick!: string;
}

const classes = [GetForecast, GetFox, FindEntry];
const files = ['data/north.csv', 'data/south wind.csv', 'notes.txt'];

/** Whole words that are proposed for a line in which a bar stands for the cursor; at the end if there is none. */
async function proposals(line: string): Promise<string[]> {
  const [before = ''] = line.split('|');
  const { words, cursor } = cutLine(line.replace('|', ''), before.length);
  const matches = await completeWords({ words: words.slice(1), cursor: cursor - 1 }, typedSources(classes, { files }));
  return matches.map(({ completionText }) => completionText);
}

describe('the place of a command', () => {
  it.each([
    ['cmdlet Get-Fo', ['Get-Forecast', 'Get-Fox']],
    ['cmdlet get-fox', ['Get-Fox']],
    ['cmdlet gf', ['gfc']],
    ['cmdlet *ox', ['Get-Fox']],
    ['cmdlet typed/Get-Fore', ['typed/Get-Forecast']],
    ['cmdlet other/Get-Fore', []],
    ['cmdlet h', ['help']],
    ['cmdlet ', ['Find-Entry', 'Get-Forecast', 'Get-Fox', 'build', 'completion', 'docs', 'help', 'list', 'new']],
    ['cmdlet Get-Fox --pipe Get-F', ['Get-Forecast', 'Get-Fox']],
    ['cmdlet Get-Fox --pipe h', []],
    ['cmdlet help Get-For', ['Get-Forecast']],
    ['cmdlet help Get-Fox -F', ['-Full']],
    ['cmdlet completion z', ['zsh']],
  ])('%s gets %j', async (line, expected) => {
    expect(await proposals(line)).toEqual(expected);
  });
});

describe('options of the command itself', () => {
  it.each([
    ['cmdlet --o', ['--output']],
    ['cmdlet --output j', ['json', 'jsonl']],
    ['cmdlet --output=j', ['--output=json', '--output=jsonl']],
    ['cmdlet Get-Fox --input c', ['csv']],
    ['cmdlet Get-Fox --pi', ['--pipeline-variable', '--pipe']],
    ['cmdlet --pack da', ['data/']],
    ['cmdlet --output json Get-Fore', ['Get-Forecast']],
    ['cmdlet --trace Get-Fore', ['Get-Forecast']],
    ['cmdlet Get-Forecast --output json -Mo', ['-Mode']],
  ])('%s gets %j', async (line, expected) => {
    expect(await proposals(line)).toEqual(expected);
  });
});

describe('names of parameters', () => {
  it.each([
    ['cmdlet Get-Forecast -D', ['-DaysAhead', '-Debug']],
    ['cmdlet Get-Forecast --d', ['--days-ahead', '--debug']],
    ['cmdlet Get-Forecast --days-a', ['--days-ahead']],
    ['cmdlet Get-Forecast -Force -F', ['-Force']],
    ['cmdlet Get-Forecast -P', ['-Path', '-ProgressAction', '-PipelineVariable']],
    ['cmdlet Get-Forecast -P| -Site x', ['-ProgressAction', '-PipelineVariable']],
    ['cmdlet Get-Forecast --site x -P', ['-ProgressAction', '-PipelineVariable']],
    ['cmdlet Get-Forecast -P| --pipe Get-Forecast -Site x', ['-Path', '-ProgressAction', '-PipelineVariable']],
    // A value in a position leaves all sets that have one there.
    ['cmdlet Find-Entry x -N', ['-NameOnly']],
    ['cmdlet Find-Entry x -T', ['-TextOnly']],
    ['cmdlet Find-Entry -Text x -N', []],
    ['cmdlet Find-Entry -Tr', ['-Trick']],
    ['cmdlet Get-Fox -In', ['-InputObject', '-InformationAction', '-InformationVariable']],
    // What comes down the pipeline is given.
    ['cmdlet Get-Fox --pipe Get-Fox -In', ['-InformationAction', '-InformationVariable']],
    ['cmdlet Get-Forecast -Jo', ['-JobName']],
    ['cmdlet Get-Forecast -- -D', []],
    ['cmdlet Nothing -x', []],
  ])('%s gets %j', async (line, expected) => {
    expect((await proposals(line)).sort()).toEqual([...expected].sort());
  });

  it('leaves out those that are given, in front of the cursor and behind it', async () => {
    const found = await proposals('cmdlet Get-Forecast Oslo -Mode calm -| -DaysAhead 3');
    expect(found).not.toContain('-Mode');
    expect(found).not.toContain('-City');
    expect(found).not.toContain('-DaysAhead');
    expect(found).toContain('-Units');
  });

  it('offers those with two dashes together with the options of the command', async () => {
    expect(await proposals('cmdlet Get-Fox --')).toEqual(
      expect.arrayContaining(['--input-object', '--as-job', '--verbose', '--output', '--pipe', '--help']),
    );
  });
});

describe('values of parameters', () => {
  it.each([
    ['cmdlet Get-Forecast -Mode ', ['calm', 'very windy', 'wet']],
    ['cmdlet Get-Forecast -Mode "very', ['very windy']],
    [String.raw`cmdlet Get-Forecast -Mode very\ w`, ['very windy']],
    ['cmdlet Get-Forecast -Mode:w', ['-Mode:wet']],
    ['cmdlet Get-Forecast --mode=', ['--mode=calm', '--mode=very windy', '--mode=wet']],
    ['cmdlet Get-Forecast --mode w', ['wet']],
    ['cmdlet Get-Forecast -Mod w', ['wet']],
    ['cmdlet Get-Forecast -Mode w| -Force', ['wet']],
    ['cmdlet Get-Forecast -Mode c|alm', ['calm']],
    ['cmdlet Get-Forecast R', ['Rome']],
    ['cmdlet Get-Forecast Rome,O', ['Rome,Oslo', 'Rome,Old Town']],
    ['cmdlet Get-Forecast -City:Rome,Os', ['-City:Rome,Oslo']],
    ['cmdlet Get-Forecast -- O', ['Oslo', 'Old Town']],
    ['cmdlet Get-Forecast -Kinds sun,r', [String.raw`sun,rain\, heavy`]],
    ['cmdlet Get-Forecast -Exact ', ['true', 'false']],
    ['cmdlet Get-Forecast -Force:f', ['-Force:false']],
    ['cmdlet Get-Forecast -Units m', ['metric']],
    // The author's completer goes before the list.
    ['cmdlet Find-Entry -Grade ', ['best']],
    ['cmdlet Get-Forecast -ErrorAction S', ['SilentlyContinue', 'Stop', 'Suspend']],
    ['cmdlet Get-Forecast -DaysAhead no', ['notes.txt']],
    ['cmdlet Get-Forecast -Path data/s', ['data/south wind.csv']],
    ['cmdlet Get-Forecast -Path:da', ['-Path:data/']],
    ['cmdlet Get-Forecast -Path ./data/n', ['./data/north.csv']],
    ['cmdlet Get-Forecast -Path d*/n', ['data/north.csv']],
  ])('%s gets %j', async (line, expected) => {
    expect(await proposals(line)).toEqual(expected);
  });

  it("asks for code of the command for the author's completer only", async () => {
    const sources = typedSources(classes, { files });
    for (const words of [
      ['Get-Fore'],
      ['Get-Forecast', '-'],
      ['Get-Forecast', '-Mode', ''],
      ['Get-Forecast', '-Units', ''],
    ]) {
      await completeWords({ words, cursor: words.length - 1 }, sources);
    }
    expect(sources.asked).toEqual([]);
    await completeWords({ words: ['Get-Forecast', 'O'], cursor: 1 }, sources);
    expect(sources.asked).toEqual(['City']);
  });

  it('asks a completer that was registered before the one of the author', async () => {
    const registered = (command: string | undefined, parameter: string) =>
      command === 'Get-Forecast' && parameter === 'City' ? () => ['Bonn'] : undefined;
    const found = await completeWords(
      { words: ['Get-Forecast', ''], cursor: 1 },
      typedSources(classes, { registered }),
    );
    expect(found.map(({ completionText }) => completionText)).toEqual(['Bonn']);
  });
});
