import { describe, expect, it } from 'vitest';
import { BindableCommand } from '../../../packages/core/src/bind/bindable-command.js';
import { NO_PROPERTY, recordProperty } from '../../../packages/core/src/bind/record-property.js';
import { declareCommand } from './declare-command.js';

const command = BindableCommand.of(declareCommand({ FullName: { aliases: ['Path', 'Size', 'Length'] } }));
const parameter = command.exact('FullName')!;

class Animal {
  #name = 'Rex';
  get fullName(): string {
    return this.#name;
  }
  path(): string {
    return 'a method';
  }
}
class Dog extends Animal {}

describe('The property of a record for a parameter', () => {
  it.each<[string, unknown, unknown]>([
    ['in the spelling of the property', { fullName: 'a' }, 'a'],
    ['in any case', { FULLNAME: 'a' }, 'a'],
    ['before an alias', { path: 'p', fullName: 'a' }, 'a'],
    ['even if it is null', { path: 'p', fullName: null }, null],
    ['or the first alias', { size: 1, path: 'p' }, 'p'],
    ['or an accessor of the class', new Animal(), 'Rex'],
    ['or an accessor of a base class', new Dog(), 'Rex'],
    ['but no method', Object.create({ path: () => 1 }), NO_PROPERTY],
    ['which of a dictionary is its size, not an entry', new Map([['fullName', 'x']]), 1],
    ['but not the length of a text', 'text', NO_PROPERTY],
    ['but nothing inherited from Object', {}, NO_PROPERTY],
    ['but nothing of null', null, NO_PROPERTY],
    ['but no element of a list', ['fullName'], NO_PROPERTY],
    ['but none that is hidden', Object.defineProperty({}, 'fullName', { value: 1 }), NO_PROPERTY],
  ])('is the one with its name, %s', (_, record, value) => {
    expect(recordProperty(record, parameter)).toBe(value);
  });

  it('is not the one that is called like the property of the cmdlet, if the parameter has another name', () => {
    const renamed = BindableCommand.of(declareCommand({ Target: { property: 'host', aliases: ['HOST'] } })).exact(
      'target',
    )!;
    expect(recordProperty({ host: 'h', target: 't' }, renamed)).toBe('t');
    expect(recordProperty({ host: 'h' }, renamed)).toBe('h');
  });
});
