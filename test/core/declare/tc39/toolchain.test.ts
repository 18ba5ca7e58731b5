import { expect, test } from 'vitest';

const contexts: ClassFieldDecoratorContext[] = [];

function remember(_value: undefined, context: ClassFieldDecoratorContext): void {
  contexts.push(context);
}

class Forecast {
  @remember city = 'Oslo';
}

test('Tests in this folder run with TC39 decorators', () => {
  expect(new Forecast().city).toBe('Oslo');
  expect(contexts.map(({ kind, name }) => [kind, name])).toEqual([['field', 'city']]);
});
