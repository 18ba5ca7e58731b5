import type { Class } from '../types/parameter-type.js';

/** Says about a pack what people and registries want to know; none of it changes what the commands do. */
export interface PackManifest {
  /** Name of the npm package, scope included. Part of error ids and of qualified names: `weather\Get-Forecast`. */
  readonly name: string;
  /** Semantic version. Default `0.0.0`. */
  readonly version?: string;
  readonly description?: string;
  readonly author?: string;
  readonly tags?: readonly string[];
  readonly projectUri?: string;
  readonly licenseUri?: string;
  readonly releaseNotes?: string;
  /** Where help is found that does not come with the pack. */
  readonly helpInfoUri?: string;
}

/** A cmdlet class, or a function that imports a module with cmdlet classes among its exports. */
export type CmdletSource = Class<object> | (() => Promise<object>);

/**
 * A set of commands that belong together.
 *
 * @typeParam TSource the entries of `cmdlets`
 * @typeParam TService the entries of `services`, whatever sessions take
 */
export interface PackDefinition<TSource extends CmdletSource = CmdletSource, TService = unknown> extends PackManifest {
  /**
   * The commands. `() => import('./get-forecast.js')` is loaded when one of its commands is first called, if the pack
   * has an index that tells which these are.
   */
  readonly cmdlets: readonly TSource[];
  /** What sessions provide to the cmdlets; read by the session alone. */
  readonly services?: readonly TService[];
  /** Put in front of every noun unless the import says otherwise: `Get-Item` becomes `Get-ContosoItem`. */
  readonly commandPrefix?: string;
  /** Further aliases by name, `{ gfc: 'Get-Forecast' }`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** Free for the pack's own use. */
  readonly settings?: Readonly<Record<string, unknown>>;
}
