import { typeNamesOf } from '@cmdlet/core';
import type { JobPorts } from '../../replay/jobs/job-port.js';

type Bag = Record<string, unknown>;

export const serializationPorts: JobPorts = {
  'sz-arrays-are-unrolled-by-output': async (g) => {
    g.write((await g.run('Receive-Job', { job: await g.done(() => [1, 2, 3]) })).length);
  },
  'sz-custom-object-deep': async (g) => {
    const job = await g.done(() => {
      let object: object = { v: 'leaf' };
      for (let n = 0; n < 6; n++) object = { c: object };
      return object;
    });
    let [object] = (await g.run('Receive-Job', { job })) as Bag[];
    let depth = 0;
    while (object?.['c'] !== undefined) {
      object = object['c'] as Bag;
      depth++;
    }
    g.write(depth, object?.['v']);
  },
  'sz-powershell-class': async (g) => {
    const job = await g.done(() => {
      class P {
        Name = 'n';
        List = [1, 2];
        hello() {
          return 'hi';
        }
      }
      class Q extends P {
        Sub = new Map([['a', 1]]);
      }
      return new Q();
    });
    const [record] = (await g.run('Receive-Job', { job })) as Bag[];
    g.write(...typeNamesOf(record), Object.keys(record ?? {}).join(','), record?.['Name']);
    g.write(Array.isArray(record?.['List']), record?.['Sub'] instanceof Map, typeof record?.['hello'] === 'function');
  },
  'sz-cycle': async (g) => {
    const job = await g.done(() => {
      const object: Bag = { v: 1 };
      object['self'] = object;
      return object;
    });
    const [record] = (await g.run('Receive-Job', { job })) as { v: number; self: { v: number; self: unknown } }[];
    g.write(record?.v, record?.self.v, record?.self === record?.self.self);
  },
  'sz-input-object-crosses': async (g) => {
    const object = { A: 1 };
    const job = await g.done(
      async ({ input }: { input: AsyncIterable<{ A: number }> }) => {
        for await (const each of input) each.A = 2;
        return 'changed';
      },
      {},
      [object],
    );
    await g.pipe('Receive-Job', { job });
    g.write(object.A);
  },
  'sz-deserialized-properties-are-settable': async (g) => {
    const [record] = (await g.run('Receive-Job', { job: await g.done(() => ({ A: 1 })) })) as { A: number }[];
    if (record !== undefined) record.A = 5;
    g.write(record?.A);
  },
  'sz-many-records': async (g) => {
    const job = await g.done(() => Array.from({ length: 5000 }, (_, index) => index + 1));
    const records = (await g.run('Receive-Job', { job })) as number[];
    g.write(
      records.length,
      records.at(-1),
      records.reduce((sum, each) => sum + each, 0),
    );
  },
  'sz-null-in-collections': async (g) => {
    const job = await g.done(() => [[1, null, 2], new Map([['k', null]])]);
    const [list, map] = (await g.run('Receive-Job', { job })) as [unknown[], Map<string, null>];
    g.write(list.length, list[1] === null, map.has('k'), map.get('k') === null);
  },
  'sz-special-numbers': async (g) => {
    const job = await g.done(() => [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      -0,
      Number.MAX_VALUE,
      -9223372036854775808n,
      1e-320,
    ]);
    const records = await g.run('Receive-Job', { job });
    g.write(...records.map((each) => (Object.is(each, -0) ? '-0' : `${each as number}`)));
  },
  'sz-exception-object': async (g) => {
    const job = await g.done(() => new TypeError('m', { cause: new Error('inner') }));
    const [record] = (await g.run('Receive-Job', { job })) as Error[];
    g.write(record?.name, record?.message, (record?.cause as Error | undefined)?.message);
  },
  'sz-types-that-stay': async (g) => {
    const job = await g.done(() => [
      'text',
      true,
      3,
      2.5,
      4n,
      new Date(0),
      new Map([[1, 2]]),
      new Set([1]),
      new Uint8Array(2),
      new Error('x'),
    ]);
    const records = await g.run('Receive-Job', { job });
    g.write(...records.map((each) => Object.prototype.toString.call(each).slice(8, -1)));
  },
};
