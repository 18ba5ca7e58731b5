import { classOf } from '../../../packages/core/src/declare/types/class-of.js';
import { arrayOf } from '../../../packages/core/src/declare/types/collection-types.js';
import { enumOf, flagsOf } from '../../../packages/core/src/declare/types/enum-of.js';
import { Double, Int32 } from '../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType, ShapeOf } from '../../../packages/core/src/declare/types/parameter-type.js';

/** The enums of `types.json`. */
export const enums: Readonly<Record<string, ParameterType & ShapeOf<'enum'>>> = {
  Color: enumOf({ Red: 0, Green: 1, Blue: 2 }, 'Color'),
  Speed: enumOf({ Fast: 0, Fair: 1, Slow: 2, Fastest: 3 }, 'Speed'),
  Access: flagsOf({ None: 0, Read: 1, Write: 2, Execute: 4, All: 7 }, 'Access'),
  Bits: flagsOf({ A: 1, B: 2, D: 8 }, 'Bits'),
  Level: enumOf({ Low: 1, High: 200 }, 'Level'),
  Huge: enumOf({ Big: 1_099_511_627_776 }, 'Huge'),
  Cased: enumOf({ Alpha: 0, ALPHA: 1, Beta: 2 }, 'Cased'),
  Dup: enumOf({ One: 1, Uno: 1, Two: 2 }, 'Dup'),
};

class Person {
  Name: string | null = null;
  Age = 0;
  Tags: string[] | null = null;
}

class Team {
  Title: string | null = null;
  Lead: Person | null = null;
  Color = 0;
}

class Point {
  X = 0;
  Y = 0;
  toString(): string {
    return `(${this.X}, ${this.Y})`;
  }
}

class Plain {
  A = 0;
  B: string | null = null;
}

class Named {
  Name: string | null = null;
  Size = 0;
}

class WithId {
  Id = 0;
  Other: string | null = null;
}

class Empty {}

class Getter {
  get Good(): string {
    return 'ok';
  }
  get Bad(): string {
    throw new Error('the getter failed');
  }
}

class Locked {
  Free: string | null = null;
  get Fixed(): string {
    return 'fixed';
  }
}

class Picky {
  #value: string | null = null;
  get Value(): string | null {
    return this.#value;
  }
  set Value(value: string | null) {
    if (value === 'bad') throw new Error('bad value refused');
    this.#value = value;
  }
}

class Celsius {
  Degrees = 0;
  toString(): string {
    return `${this.Degrees}C`;
  }
}

class Pair {
  Left = 0;
  Right = 0;
  toString(): string {
    return `${this.Left}/${this.Right}`;
  }
}

class FieldOnly {
  Name: string | null = null;
  Count = 0;
}

class Eq {
  N = 0;
  equals(other: unknown): boolean {
    return other instanceof Eq && other.N === this.N;
  }
  compareTo(other: unknown): number {
    if (!(other instanceof Eq)) throw new Error('an Eq has an order among its like only');
    return this.N - other.N;
  }
}

/** The classes of `types.json` that TypeScript can have: those made from properties. */
export const classes: Readonly<Record<string, ParameterType & ShapeOf<'class'>>> = {
  Person: classOf(Person, { Name: String, Age: Int32, Tags: [String] }),
  Team: classOf(Team, {
    Title: String,
    Lead: classOf(Person, { Name: String, Age: Int32, Tags: arrayOf(String) }),
    Color: enumOf({ Red: 0, Green: 1, Blue: 2 }, 'Color'),
  }),
  Point: classOf(Point, { X: Int32, Y: Int32 }),
  Plain: classOf(Plain, { A: Int32, B: String }),
  Named: classOf(Named, { Name: String, Size: Int32 }),
  WithId: classOf(WithId, { Id: Int32, Other: String }),
  Empty: classOf(Empty, {}),
  Getter: classOf(Getter, {}),
  Locked: classOf(Locked, { Free: String }),
  Picky: classOf(Picky, { Value: String }),
  Celsius: classOf(Celsius, { Degrees: Double }),
  Pair: classOf(Pair, { Left: Int32, Right: Int32 }),
  FieldOnly: classOf(FieldOnly, { Name: String, Count: Int32 }),
  Eq: classOf(Eq, { N: Int32 }),
};

/** Classes with a parse method, a constructor that takes a value, or casts: a class here says `static from` instead. */
export const classesWithImplicitConversions: ReadonlySet<string> = new Set([
  'Parsed',
  'FromInt',
  'FromText',
  'Both',
  'FromPerson',
  'Celsius',
  'NoDefault',
  'ListLike',
]);
