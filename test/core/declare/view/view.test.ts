import { describe, expect, it } from 'vitest';
import { typeDisplayOf } from '../../../../packages/core/src/declare/view/type-display.js';
import {
  DefaultDisplayProperty,
  DefaultDisplayPropertySet,
  View,
} from '../../../../packages/core/src/declare/view/view.js';

@View.table(['Name', { property: 'Size', width: 8, alignment: 'right' }], { name: 'files' })
@View.list(['Name'])
@DefaultDisplayProperty('Name')
@DefaultDisplayPropertySet('Name', 'Size')
@View.scriptProperty('Kilobytes', (file: FileRecord) => file.size / 1024)
class FileRecord {
  name = '';
  size = 0;
}

@View.wide({ property: 'Name' }, { columns: 3 })
@DefaultDisplayProperty('Title')
class Picture extends FileRecord {}

describe('views declared on a class', () => {
  it('stand in the order on the page, as data', () => {
    expect(typeDisplayOf(FileRecord).views).toEqual([
      {
        kind: 'table',
        name: 'files',
        columns: [{ property: 'Name' }, { property: 'Size', width: 8, alignment: 'right' }],
      },
      { kind: 'list', items: [{ property: 'Name' }] },
    ]);
  });

  it('stand before those of the base, whose other facts they replace', () => {
    const { views, defaultDisplayProperty, defaultDisplayPropertySet, scriptProperties } = typeDisplayOf(Picture);
    expect(views.map(({ kind }) => kind)).toEqual(['wide', 'table', 'list']);
    expect(defaultDisplayProperty).toBe('Title');
    expect(defaultDisplayPropertySet).toEqual(['Name', 'Size']);
    expect(Object.keys(scriptProperties ?? {})).toEqual(['Kilobytes']);
  });

  it('do not reach the base from the derived class', () => {
    expect(typeDisplayOf(FileRecord).defaultDisplayProperty).toBe('Name');
    expect(typeDisplayOf(FileRecord).views).toHaveLength(2);
  });

  it('are none for a class that declares nothing', () => {
    expect(typeDisplayOf(class {}).views).toEqual([]);
  });

  it('may be declared without decorators', () => {
    class Plain {}
    View.properties(['B', 'A'])(Plain);
    expect(typeDisplayOf(Plain).properties).toEqual(['B', 'A']);
  });
});
