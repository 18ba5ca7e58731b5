import 'reflect-metadata';
import { expect, test } from 'vitest';

class City {}

const designTypes = new Map<string, unknown>();

function recordDesignType(target: object, property: string): void {
  designTypes.set(property, Reflect.getMetadata('design:type', target, property));
}

class Forecast {
  @recordDesignType city!: City;
  @recordDesignType days!: number;
  @recordDesignType declared?: string;
}

test('Legacy decorators receive the design type of a property', () => {
  expect(designTypes.get('city')).toBe(City);
  expect(designTypes.get('days')).toBe(Number);
  expect(designTypes.get('declared')).toBe(String);
});

test('A declared field is defined on the instance, as the standard says', () => {
  expect(Object.keys(new Forecast())).toEqual(['city', 'days', 'declared']);
});
