import { expect, test } from 'vitest';
import { classOf } from '../../../../packages/core/src/declare/types/class-of.js';
import { Int32 } from '../../../../packages/core/src/declare/types/number-types.js';
import type { ParameterType } from '../../../../packages/core/src/declare/types/parameter-type.js';
import { StringType } from '../../../../packages/core/src/declare/types/simple-types.js';

class Tree {
  label = '';
  size = 0;
  children: Tree[] = [];
}

test('Declared properties become types', () => {
  expect(classOf(Tree, { label: String, size: Int32 })).toEqual({
    kind: 'class',
    name: 'Tree',
    class: Tree,
    properties: { label: StringType, size: Int32 },
  });
});

test('A class that mentions itself gives its properties when they are asked for', () => {
  const treeType: ReturnType<typeof classOf<Tree>> = classOf(Tree, () => ({ children: [treeType] }));
  const { properties } = treeType;
  const children: ParameterType | undefined = typeof properties === 'function' ? properties().children : undefined;
  expect(children).toEqual({ kind: 'array', name: 'Tree[]', element: treeType });
});
