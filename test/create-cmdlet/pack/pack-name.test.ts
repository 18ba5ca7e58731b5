import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkPackName, placeOf } from '../../../packages/create-cmdlet/src/pack/pack-name.js';

describe('checkPackName', () => {
  it.each(['my-pack', 'pack2', '@me/my-pack', '@a.b/c_d', '2fast', 'x'.repeat(214)])('lets %s pass', (name) => {
    expect(checkPackName(name)).toBe(name);
  });

  it.each([
    ['', 'empty', 'my-pack'],
    ['My-Pack', 'capital letters', 'my-pack'],
    ['my pack', 'allowed', 'my-pack'],
    ['北京', 'allowed', 'my-pack'],
    ['größe', 'allowed', 'gro-e'],
    ['.hidden', 'begins with a dot', 'hidden'],
    ['_private', 'underscore', 'private'],
    ['@me', 'after a scope', 'me'],
    ['@me/a/b', 'after a scope', 'me-a-b'],
    ['@me/', 'empty at some place', 'me'],
    ['node_modules', 'something else', 'node_modules-pack'],
    ['http', 'something else', 'http-pack'],
    ['x'.repeat(215), 'longer than 214', 'x'.repeat(214)],
  ])("refuses '%s' and names another", (name, reason, nearest) => {
    expect(() => checkPackName(name)).toThrow(
      expect.objectContaining({ errorId: 'InvalidPackName', message: expect.stringContaining(reason) }),
    );
    expect(() => checkPackName(name)).toThrow(`Use ${nearest},`);
    expect(checkPackName(nearest)).toBe(nearest);
  });
});

describe('placeOf', () => {
  const here = resolve('/home/user/here');
  it.each([
    ['my-pack', join(here, 'my-pack'), 'my-pack'],
    ['packs/my-pack', join(here, 'packs/my-pack'), 'my-pack'],
    ['.', here, 'here'],
    ['@me/my-pack', join(here, 'my-pack'), '@me/my-pack'],
    [resolve('/other/x'), resolve('/other/x'), 'x'],
  ])('%s', (word, folder, name) => {
    expect(placeOf(word, here)).toEqual({ folder, name });
  });
});
