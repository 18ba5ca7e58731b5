import {
  Alias,
  arrayOf,
  Cmdlet,
  type CmdletClass,
  Double,
  defineCmdlet,
  Int32,
  Parameter,
  PSCmdlet,
  Switch,
  ValidateLength,
  ValidateNotNull,
  ValidateNotNullOrEmpty,
  ValidateRange,
  ValidateSet,
} from '@cmdlet/core';

/** What a cmdlet could see of one record: what its parameters hold, what counts as bound, and the set. */
interface Sighting {
  readonly step: 'process' | 'end';
  readonly holds: Readonly<Record<string, unknown>>;
  readonly bound: Readonly<Record<string, unknown>>;
  readonly set: string;
}

/** Writes what it sees of every record, and what its parameters hold at the end. */
abstract class Witness extends PSCmdlet<Sighting> {
  /** Properties to tell about. */
  protected abstract readonly watched: readonly string[];

  override processRecord(): void {
    void this.writeObject(this.sight('process'));
  }

  override endProcessing(): void {
    void this.writeObject(this.sight('end'));
  }

  protected sight(step: Sighting['step']): Sighting {
    const holds = Object.fromEntries(this.watched.map((name) => [name, Reflect.get(this, name) as unknown]));
    return { step, holds, bound: { ...this.myInvocation.boundParameters }, set: this.parameterSetName };
  }
}

export class City {
  constructor(readonly name: string) {}
}

@Cmdlet('Test', 'Value')
export class TestValue extends Witness {
  @ValidateRange(-5, 50) @Parameter({ mandatory: true, valueFromPipeline: true, type: Int32 }) number = -1;
  protected readonly watched = ['number'];
}

@Cmdlet('Test', 'Properties')
export class TestProperties extends Witness {
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true, type: Int32 }) id = -1;
  @Alias('Label', 'Constructor') @Parameter({ valueFromPipelineByPropertyName: true }) name = 'nobody';
  @ValidateLength(0, 4) @Parameter({ valueFromPipelineByPropertyName: true }) message?: string;
  @Parameter({ valueFromPipelineByPropertyName: true, type: Switch }) flag = false;
  protected readonly watched = ['id', 'name', 'message', 'flag'];
}

@Cmdlet('Test', 'Mixture')
export class TestMixture extends Witness {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject: unknown = 'none';
  @Parameter({ valueFromPipelineByPropertyName: true, type: Double }) size = 0.5;
  @Parameter({ valueFromPipelineByPropertyName: true, type: Object }) length: unknown = 'no length';
  protected readonly watched = ['inputObject', 'size', 'length'];
}

@Cmdlet('Test', 'Either')
export class TestEither extends Witness {
  @Parameter({ valueFromPipeline: true, valueFromPipelineByPropertyName: true }) name = 'nobody';
  @Parameter({ valueFromPipeline: true, valueFromPipelineByPropertyName: true, type: City }) city?: City;
  protected readonly watched = ['name', 'city'];
}

@Cmdlet('Test', 'Objects')
export class TestObjects extends Witness {
  @Parameter({ valueFromPipelineByPropertyName: true, type: Object }) name: unknown = 'nobody';
  @Parameter({ valueFromPipelineByPropertyName: true, type: Object }) id: unknown = -1;
  @ValidateNotNullOrEmpty() @Parameter({ valueFromPipelineByPropertyName: true, type: Date }) when?: Date;
  @Parameter({ valueFromPipelineByPropertyName: true, type: Object }) message: unknown = 'silence';
  protected readonly watched = ['name', 'id', 'when', 'message'];
}

@Cmdlet('Test', 'Elements')
export class TestElements extends Witness {
  @ValidateNotNull() @Parameter({ valueFromPipelineByPropertyName: true, type: Object }) name: unknown = 'nobody';
  protected readonly watched = ['name'];
}

@Cmdlet('Test', 'Setter')
export class TestSetter extends Witness {
  #id = -1;
  readonly log: number[] = [];
  @Parameter({ valueFromPipelineByPropertyName: true, type: Int32 }) get id(): number {
    return this.#id;
  }
  set id(value: number) {
    this.log.push(value);
    if (value === 13 || (value === -1 && this.#id === 7)) throw new RangeError(`not ${value}`);
    this.#id = value;
  }
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true, type: Int32 }) size = 0;
  protected readonly watched = ['id', 'size', 'log'];
  protected override sight(step: Sighting['step']): Sighting {
    const seen = super.sight(step);
    return { ...seen, holds: { ...seen.holds, log: [...this.log] } };
  }
}

@Cmdlet('Test', 'Conversion')
export class TestConversion extends Witness {
  @ValidateSet(['red', 'green'], { canonical: true })
  @Parameter({ valueFromPipelineByPropertyName: true })
  name?: string;
  @Parameter({ valueFromPipelineByPropertyName: true, type: arrayOf(Int32) }) id: number[] = [];
  @Parameter({ valueFromPipelineByPropertyName: true, type: Boolean }) flag = false;
  protected readonly watched = ['name', 'id', 'flag'];
}

@Cmdlet('Test', 'Sets', { defaultParameterSetName: 'Number' })
export class TestSets extends Witness {
  @Parameter({ parameterSetName: 'Text', mandatory: true, valueFromPipeline: true }) text?: string;
  @Parameter({ parameterSetName: 'Number', mandatory: true, valueFromPipeline: true, type: Int32 }) number?: number;
  @Parameter({ parameterSetName: 'Other', valueFromPipeline: true })
  @Parameter({ parameterSetName: 'Chosen', valueFromPipelineByPropertyName: true, type: Object })
  id: unknown = 'none';
  @Parameter({ parameterSetName: 'Chosen', mandatory: true, type: Switch }) chosen = false;
  protected readonly watched = ['text', 'number', 'id'];
}

@Cmdlet('Test', 'Dynamic')
export class TestDynamic extends Witness {
  @Parameter({ mandatory: true, valueFromPipeline: true, type: Object }) inputObject: unknown = 'none';
  protected readonly watched = ['inputObject'];
  override getDynamicParameters(): object {
    return { Id: { type: Int32, valueFromPipelineByPropertyName: true } };
  }
}

/** Changes what it was given, and parameters that it was not given. */
@Cmdlet('Test', 'Meddler')
export class TestMeddler extends Witness {
  @Parameter({ mandatory: true, valueFromPipelineByPropertyName: true, type: Int32 }) id = -1;
  @Alias('Nick') @Parameter({ valueFromPipelineByPropertyName: true }) name = 'nobody';
  protected readonly watched = ['id', 'name'];
  override processRecord(): void {
    super.processRecord();
    this.id += 1000;
    this.name += '!';
    super.processRecord();
  }
}

export const TestDefined = defineCmdlet({
  verb: 'Test',
  noun: 'Defined',
  parameters: {
    id: { type: Int32, mandatory: true, valueFromPipelineByPropertyName: true },
    name: { type: String, default: 'nobody', valueFromPipelineByPropertyName: true },
  },
  process() {
    void this.writeObject({ id: this.id, name: this.name, bound: { ...this.myInvocation.boundParameters } });
  },
});

/** Calls for arbitrary records, and whether some of those should go through a compiled step. */
export const planCalls: readonly (readonly [title: string, cmdlet: CmdletClass, parameters: object, boolean])[] = [
  ['a value with a range', TestValue, {}, true],
  ['properties', TestProperties, {}, true],
  ['properties, one of them given', TestProperties, { name: 'given' }, true],
  ['the record and its properties', TestMixture, {}, true],
  ['by value or by name', TestEither, {}, true],
  ['any object', TestObjects, {}, true],
  ['any object whose elements must not be null', TestElements, {}, false],
  ['a setter that may refuse', TestSetter, {}, true],
  ['values that are changed on their way in', TestConversion, {}, true],
  ['several sets', TestSets, {}, false],
  ['one of several sets', TestSets, { chosen: true }, true],
  ['dynamic parameters', TestDynamic, {}, true],
  ['a cmdlet that changes its parameters', TestMeddler, {}, true],
  ['a cmdlet without decorators', TestDefined, {}, true],
];
