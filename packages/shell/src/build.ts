/**
 * @packageDocumentation
 * What `cmdlet build` does, for programs and for bundlers.
 */

export type { BuildMessage } from './build/build-message.js';
export type { BuildResult } from './build/finish-build.js';
export {
  type CmdletPluginOptions,
  cmdletEsbuildPlugin,
  cmdletPlugin,
  cmdletVitePlugin,
  type EsbuildLoadResult,
  type EsbuildPlugin,
  type EsbuildPluginBuild,
  type TsupPlugin,
  type VitePlugin,
} from './build/plugin.js';
export type { BuildWatcher } from './build/project-watch.js';
export { type BuildOptions, runBuild } from './build/run-build.js';
export { watchBuild } from './build/watch-build.js';
