/** What the object cmdlets give in a typed pipeline, and which calls do not compile. */
import type { Pipeline, Session } from '@cmdlet/core';
import {
  type GenericMeasureInfo,
  GetUnique,
  type GroupInfo,
  type GroupInfoNoElement,
  GroupObject,
  MeasureObject,
  SelectObject,
  SortObject,
  TeeObject,
  type TextMeasureInfo,
  WhereObject,
} from '@cmdlet/utility';
import { expectTypeOf } from 'vitest';

interface City {
  readonly name: string;
  readonly size: number;
  readonly tags: readonly string[];
  readonly mayor?: string;
}

declare const session: Session;
declare const cities: Pipeline<City>;

export async function recordsKeepTheirType(): Promise<void> {
  expectTypeOf(await cities.pipe(SelectObject)).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(SelectObject, { first: 1 })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(WhereObject, { filterScript: ({ size }) => size > 1 })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(WhereObject, { property: 'size', gt: true, value: 1 })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(SortObject, { property: 'size', descending: true })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(SortObject, { property: [({ name }) => name.length] })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(TeeObject, { variable: 'all' })).toEqualTypeOf<City[]>();
  expectTypeOf(await cities.pipe(GetUnique)).toEqualTypeOf<City[]>();
  expectTypeOf(await session.from([1, 2]).pipe(WhereObject, { filterScript: (n) => n > 1 })).toEqualTypeOf<number[]>();
}

export async function chosenPropertiesAreThoseOfTheResult(): Promise<void> {
  const named = await cities.pipe(SelectObject, { property: ['name', 'size'] });
  expectTypeOf(named).toEqualTypeOf<{ readonly name: string; readonly size: number }[]>();
  const otherCase = await cities.pipe(SelectObject, { property: 'NAME' });
  expectTypeOf(otherCase).toEqualTypeOf<{ readonly name: string }[]>();
  const optional = await cities.pipe(SelectObject, { property: ['mayor'] });
  expectTypeOf(optional).toEqualTypeOf<{ readonly mayor: string | null }[]>();
  const calculated = await cities.pipe(SelectObject, {
    property: ['name', { name: 'half', expression: ({ size }) => size / 2 }, { label: 'big', expression: 'size' }],
  });
  expectTypeOf(calculated).toEqualTypeOf<{ readonly name: string; readonly half: number; readonly big: number }[]>();
  const unknownName = await cities.pipe(SelectObject, { property: ['nope'] });
  expectTypeOf(unknownName).toEqualTypeOf<{ readonly nope: unknown }[]>();
  const wildcard = await cities.pipe(SelectObject, { property: ['n*'] });
  expectTypeOf(wildcard).toEqualTypeOf<{ readonly [name: string]: unknown }[]>();
  expectTypeOf(await cities.pipe(SelectObject, { excludeProperty: ['tags'] })).toEqualTypeOf<Omit<City, 'tags'>[]>();
}

export async function anExpandedPropertyGivesItsElements(): Promise<void> {
  expectTypeOf(await cities.pipe(SelectObject, { expandProperty: 'tags' })).toEqualTypeOf<string[]>();
  expectTypeOf(await cities.pipe(SelectObject, { expandProperty: 'size' })).toEqualTypeOf<number[]>();
  expectTypeOf(await cities.pipe(SelectObject, { expandProperty: 'mayor' })).toEqualTypeOf<string[]>();
}

export async function namesThatAreNotKnownBeforeTheProgramRuns(names: string[]): Promise<void> {
  expectTypeOf(await cities.pipe(SelectObject, { property: names })).toEqualTypeOf<
    { readonly [name: string]: unknown }[]
  >();
}

export async function figuresAndGroups(): Promise<void> {
  expectTypeOf(await cities.pipe(MeasureObject, { property: 'size', sum: true })).toEqualTypeOf<GenericMeasureInfo[]>();
  expectTypeOf(await cities.pipe(MeasureObject, { property: 'name', word: true })).toEqualTypeOf<TextMeasureInfo[]>();
  expectTypeOf(await cities.pipe(GroupObject, { property: 'size' })).toEqualTypeOf<GroupInfo<City>[]>();
  expectTypeOf(await cities.pipe(GroupObject, { noElement: true })).toEqualTypeOf<GroupInfoNoElement[]>();
  expectTypeOf(await cities.pipe(GroupObject, { asHashTable: true })).toEqualTypeOf<Map<unknown, readonly City[]>[]>();
}

export function wrongCalls(): void {
  // @ts-expect-error: no such parameter
  cities.pipe(SelectObject, { firts: 1 });
  // @ts-expect-error: no such property of the record
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- Of type error, as it must be.
  cities.pipe(WhereObject, { filterScript: (city) => city.nope });
  // @ts-expect-error: a number is wanted
  cities.pipe(SelectObject, { first: 'one' });
  // @ts-expect-error: these cmdlets do not run as jobs
  cities.pipe(SortObject, { asJob: true });
  // @ts-expect-error: no key of a calculated property
  cities.pipe(SortObject, { property: [{ expression: 'size', width: 5 }] });
}
