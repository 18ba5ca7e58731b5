import {
  Cmdlet,
  type FieldDescription,
  type Host,
  Int32,
  Parameter,
  PSCmdlet,
  Session,
  Transform,
  ValidateRange,
} from '@cmdlet/core';
import { describe, expect, it } from 'vitest';

@Cmdlet('Set', 'Level')
class SetLevel extends PSCmdlet<string> {
  @Parameter({ mandatory: true, helpMessage: 'Which one?' }) name!: string;
  @Transform((value) => value) @ValidateRange(1, 9) @Parameter({ mandatory: true, type: Int32 }) level!: number;
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) input!: unknown;
  override beginProcessing(): void {
    begun++;
  }
  override processRecord(): void {
    void this.writeObject(`${this.name} ${this.level} ${String(this.input)}`);
  }
}
let begun = 0;

interface Asked {
  readonly caption: string;
  readonly message: string;
  readonly fields: readonly FieldDescription[];
}

function answering(answers: unknown, asked: Asked[] = []): Host {
  return {
    async prompt(caption, message, fields) {
      asked.push({ caption, message, fields });
      if (answers instanceof Error) throw answers;
      return answers as Record<string, unknown>;
    },
  };
}

describe('Mandatory parameters that a call lacks', () => {
  it('are asked for all together, with what is known of them', async () => {
    const asked: Asked[] = [];
    const session = await Session.create({ host: answering({ Name: 'a', Level: '3', Input: 'i' }, asked) });
    expect(await session.invoke(SetLevel)).toEqual(['a 3 i']);
    const field = {
      helpMessage: '',
      isMandatory: true,
      attributes: [],
      validate: expect.any(Function) as () => undefined,
    };
    expect(asked).toEqual([
      {
        caption: 'cmdlet Set-Level at command pipeline position 1',
        message: 'Supply values for the following parameters:',
        fields: [
          { ...field, name: 'Name', label: '&Name', typeName: 'string', helpMessage: 'Which one?' },
          {
            ...field,
            name: 'Level',
            label: '&Level',
            typeName: 'int',
            attributes: ['ArgumentTransformation', 'ValidateRange'],
          },
          { ...field, name: 'Input', label: '&Input', typeName: 'Object' },
        ],
      },
    ]);
  });

  it('are not asked for if records may bring them', async () => {
    const asked: Asked[] = [];
    const session = await Session.create({ host: answering({ level: 3 }, asked) });
    expect(await session.from(['x', 'y']).pipe(SetLevel, { name: 'a' })).toEqual(['a 3 x', 'a 3 y']);
    expect(asked.map(({ fields }) => fields.map(({ name }) => name))).toEqual([['Level']]);
  });

  it('are asked for with the place of the command in the pipeline, before anything begins', async () => {
    const asked: Asked[] = [];
    begun = 0;
    const session = await Session.create({ host: answering(null, asked) });
    const result = await session.from(['x']).pipe(SetLevel, { name: 'a', level: 1 }).pipe(SetLevel).run();
    expect(asked.map(({ caption }) => caption)).toEqual(['cmdlet Set-Level at command pipeline position 2']);
    expect(result.failure?.fullyQualifiedErrorId).toBe('MissingMandatoryParameter,SetLevel');
    expect(begun).toBe(0);
  });

  it.each<[string, unknown, string]>([
    ['nothing', null, 'MissingMandatoryParameter'],
    ['an empty answer', {}, 'MissingMandatoryParameter'],
    ['only some of them', { Name: 'a' }, 'MissingMandatoryParameter'],
    ['what nobody asked for', { Name: 'a', Level: 1, Input: 1, Other: 1 }, 'NamedParameterNotFound'],
    ['what does not convert', { Name: 'a', Level: 'x', Input: 1 }, 'CannotConvertArgumentNoMessage'],
    ['what a validation refuses', { Name: 'a', Level: 99, Input: 1 }, 'ParameterArgumentValidationError'],
    ['a refusal to ask', new Error('not here'), 'MissingMandatoryParameter'],
  ])('end the call if the host gives %s', async (_, answers, errorId) => {
    const session = await Session.create({ host: answering(answers) });
    await expect(session.invoke(SetLevel)).rejects.toMatchObject({ errorId });
  });

  it('end the call at once where nobody can be asked, all named', async () => {
    const session = await Session.create();
    await expect(session.invoke(SetLevel, { input: 1 })).rejects.toMatchObject({
      errorId: 'MissingMandatoryParameter',
      message: expect.stringMatching(/Name.*Level/) as string,
    });
  });

  it('are not waited for when the run is stopped', async () => {
    const stop = new AbortController();
    const session = await Session.create({
      host: {
        prompt: (_caption, _message, _fields, signal) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error));
            stop.abort();
          }),
      },
    });
    await expect(session.invoke(SetLevel, {}, { signal: stop.signal })).rejects.toMatchObject({
      errorId: 'PipelineStopped',
    });
  });
});
