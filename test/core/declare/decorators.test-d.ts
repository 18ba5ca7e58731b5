/** Legacy decorators: what must compile, and what must not. The same for TC39 in tc39/decorators.test-d.ts. */
import { Alias } from '../../../packages/core/src/declare/decorators/alias.js';
import { AllowEmptyString } from '../../../packages/core/src/declare/decorators/allow-empty-string.js';
import { AllowNull } from '../../../packages/core/src/declare/decorators/allow-null.js';
import { Cmdlet } from '../../../packages/core/src/declare/decorators/cmdlet.js';
import { Obsolete } from '../../../packages/core/src/declare/decorators/obsolete.js';
import { OutputType } from '../../../packages/core/src/declare/decorators/output-type.js';
import { Parameter } from '../../../packages/core/src/declare/decorators/parameter.js';
import { Validate } from '../../../packages/core/src/declare/decorators/validate.js';
import { ValidateCount } from '../../../packages/core/src/declare/decorators/validate-count.js';
import { ValidateLength } from '../../../packages/core/src/declare/decorators/validate-length.js';
import { ValidateRange } from '../../../packages/core/src/declare/decorators/validate-range.js';
import { ValidateScript } from '../../../packages/core/src/declare/decorators/validate-script.js';
import { ValidateSet } from '../../../packages/core/src/declare/decorators/validate-set.js';
import { Duration } from '../../../packages/core/src/declare/types/duration.js';
import { enumOf } from '../../../packages/core/src/declare/types/enum-of.js';
import { Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import { Switch } from '../../../packages/core/src/declare/types/simple-types.js';
import { unapproved } from '../../../packages/core/src/declare/verbs.js';
import { PSCmdlet } from '../../../packages/core/src/run/ps-cmdlet.js';

class City {
  name = '';
}
class Capital extends City {
  country = '';
}
enum Level {
  Low,
  High,
}
const Even = Validate('Even', (value: number) => value % 2 === 0);

export class TypesOfParameters {
  @Parameter({ type: String }) text!: string;
  @Parameter({ type: Number }) optional?: number;
  @Parameter({ type: Int32 }) whole!: number | undefined;
  @Parameter({ type: [String] }) readonlyList: readonly string[] = [];
  @Parameter({ type: [[Int32]] }) nested!: number[][];
  @Parameter({ type: Switch }) force!: boolean;
  @Parameter({ type: Capital }) wider!: City;
  @Parameter({ type: enumOf(Level) }) level!: Level;
  @Parameter({ type: Object }) anything: unknown;
  @Parameter({ type: String }) @ValidateSet('Low', 'High') literal!: 'Low' | 'High';
  @Parameter({ type: [String] }) literals!: ('a' | 'b')[];
  @Parameter() inferred!: string;
  @Parameter({ parameterSetName: ['A', 'B'], mandatory: true }) @Parameter({ parameterSetName: 'C' }) several!: City;
  @Parameter({ type: Number })
  set written(value: number) {
    this.whole = value;
  }

  // @ts-expect-error: a number does not fit a text
  @Parameter({ type: Number }) name!: string;
  // @ts-expect-error: a text does not fit a list of texts
  @Parameter({ type: String }) names!: string[];
  // @ts-expect-error: a city need not be a capital
  @Parameter({ type: City }) capital!: Capital;
  // @ts-expect-error: the elements of a list are unknown at run time
  @Parameter() tags: string[] = [];
  // @ts-expect-error: parameters are set from outside
  @Parameter({ type: String }) private secret!: string;
  reveal(): string {
    return this.secret;
  }
  // @ts-expect-error: a position is a number
  @Parameter({ position: '0' }) positioned!: string;
  // @ts-expect-error: no such option
  @Parameter({ mandatry: true }) misspelled!: string;
}

export class Validations {
  @Parameter() @ValidateLength(1, 5) text!: string;
  @Parameter({ type: [String] }) @ValidateLength(1, 5) texts!: string[];
  @Parameter() @ValidateRange(1, 9) number!: number;
  @Parameter() @ValidateRange('Positive') positive!: number;
  @Parameter() @ValidateRange('Positive') lasting!: Duration;
  @Parameter() @ValidateRange('a', 'f') letter!: string;
  @Parameter() @ValidateRange(new Date(0), new Date()) date!: Date;
  @Parameter({ type: [Number] }) @ValidateCount(1, 3) counted!: number[];
  @Parameter() @ValidateScript((port: number) => port > 1024) port!: number;
  @Parameter() @ValidateSet('a', 'b', { canonical: true }) fromSet!: string;
  @Parameter() @ValidateSet(() => ['a']) generated!: string;
  @Parameter() @Even even!: number;
  @Parameter({ type: String }) @AllowNull() nullable!: string | null;
  @Parameter() @AllowEmptyString() @Alias('e') @Obsolete('use text') empty!: string;

  // @ts-expect-error: a number has no length
  @Parameter() @ValidateLength(1, 5) lengthOfNumber!: number;
  // @ts-expect-error: a text is no number
  @Parameter() @ValidateRange(1, 9) rangeOfText!: string;
  // @ts-expect-error: limits of unrelated types
  @Parameter() @ValidateRange(1, 'z') mixed!: number;
  // @ts-expect-error: ValidateCount would count characters
  @Parameter() @ValidateCount(1, 3) countOfText!: string;
  // @ts-expect-error: the script takes a number
  @Parameter() @ValidateScript((port: number) => port > 1024) scriptOnText!: string;
  // @ts-expect-error: the rule takes a number
  @Parameter() @Even evenText!: string;
  // @ts-expect-error: the type has no null
  @Parameter() @AllowNull() neverNull!: string;
}

@Cmdlet('Get', 'Thing', { outputType: City, confirmImpact: 'High', aliases: ['gth'] })
@OutputType([City, 'Report'], { parameterSetName: 'A' })
@Alias('gt')
@Obsolete()
export class GetThing {
  constructor(readonly service: City) {}
}

@Cmdlet(unapproved('Frobnicate'), 'Thing')
export class FrobnicateThing {}

@Cmdlet('Sort', 'Thing')
export class SortThing {}

// @ts-expect-error: not an approved verb
@Cmdlet('Frobnicate', 'Thing')
export class NotApproved {}

// @ts-expect-error: an impact has a name
@Cmdlet('Get', 'Other', { confirmImpact: 'Huge' })
export class Impact {}

// @ts-expect-error: a class is no parameter
@Parameter()
export class NoParameter {}

class ByHand {
  city!: string;
}
// Without decorators in the toolchain.
Parameter({ type: String })(ByHand.prototype, 'city');
ValidateLength(1, 5)(ByHand.prototype, 'city');
Cmdlet('Get', 'Thing', {})(ByHand);
// @ts-expect-error: the property is a text
Parameter({ type: Number })(ByHand.prototype, 'city');
// @ts-expect-error: no such property
Parameter({ type: String })(ByHand.prototype, 'town');

// Names that are known at run time only.
const prototype: Record<string, unknown> = {};
Parameter({ type: Int32 })(prototype, String('city'));

@Cmdlet('Get', 'Text', { outputType: String })
export class GetText extends PSCmdlet<string> {}

@Cmdlet('Get', 'Part', { outputType: Capital })
export class WritesMore extends PSCmdlet<City> {}

@Cmdlet('Get', 'Unknown', { outputType: City })
export class WritesAnything extends PSCmdlet {}

@Cmdlet('Get', 'Several', { outputType: [City, String, 'Report'] })
export class WritesSeveral extends PSCmdlet<City | string> {}

// @ts-expect-error: the class writes texts
@Cmdlet('Get', 'WrongOutput', { outputType: City })
export class WritesText extends PSCmdlet<string> {}

interface Item {
  id: number;
}
/** Types that do not exist at run time are vouched for by their author. */
export class VouchedFor {
  @Parameter({ type: Object, valueFromPipeline: true }) inputObject!: Item;
  @Parameter({ type: [Object] }) items!: readonly Item[];
  @Parameter({ type: Map }) map!: Map<string, number>;
  @Parameter({ type: Set }) set!: ReadonlySet<string>;

  // @ts-expect-error: a text has a type of its own
  @Parameter({ type: Object }) text!: string;
  // @ts-expect-error: numbers have a type of their own
  @Parameter({ type: [Object] }) numbers!: number[];
  // @ts-expect-error: one item is no list
  @Parameter({ type: [Object] }) item!: Item;
  // @ts-expect-error: a map is no set
  @Parameter({ type: Map }) mapAsSet!: Set<string>;
}

// @ts-expect-error: an abstract class cannot be constructed
@Cmdlet('Get', 'Abstract')
export abstract class GetAbstract {}
