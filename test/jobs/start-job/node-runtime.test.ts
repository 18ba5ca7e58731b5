import { Version } from '@cmdlet/core';
import { describe, expect, it } from 'vitest';
import { chooseRuntime, type NodeRuntime } from '../../../packages/jobs/src/start-job/node-runtime.js';

const runtime = (version: string, architecture = 'x64'): NodeRuntime => ({
  version: Version.parse(version) as Version,
  architecture,
  path: `/opt/node-${version}-${architecture}`,
});
const runtimes = [runtime('20.19.0'), runtime('22.4.1'), runtime('22.11.0'), runtime('18.0.0', 'ia32')];

describe('of the configured runtimes', () => {
  it.each([
    ['the first, if nothing is wished', {}, '/opt/node-20.19.0-x64'],
    ['the newest of the same major number', { version: new Version(22, 0) }, '/opt/node-22.11.0-x64'],
    ['one that is new enough', { version: new Version(20, 10, 1) }, '/opt/node-20.19.0-x64'],
    ['one of 32 bit', { runAs32: true }, '/opt/node-18.0.0-ia32'],
    ['one of 32 bit and a version', { runAs32: true, version: new Version(18, 0) }, '/opt/node-18.0.0-ia32'],
  ])('%s is chosen', (_what, wish, path) => {
    expect(chooseRuntime(runtimes, wish).path).toBe(path);
  });

  it.each([
    [{ version: new Version(5, 1) }, runtimes, 'ParameterBindingFailed', '22.11.0 (x64) at /opt/node-22.11.0-x64'],
    [{ version: new Version(22, 12) }, runtimes, 'ParameterBindingFailed', 'Configured are: 20.19.0'],
    [{ runAs32: true, version: new Version(22, 0) }, runtimes, 'ParameterBindingFailed', '18.0.0 (ia32)'],
    [{ runAs32: true }, runtimes.slice(0, 3), 'RunAs32NotSupported', '20.19.0 (x64)'],
    [{ runAs32: true }, [], 'RunAs32NotSupported', 'No runtime is configured.'],
  ])('none fits %o, and those that there are are listed', (wish, available, errorId, told) => {
    expect(() => chooseRuntime(available, wish)).toThrowError(
      expect.objectContaining({ errorId, message: expect.stringContaining(told) as string }),
    );
  });
});
