import { MetadataException } from '../../records/exceptions.js';
import { declarationsOn } from '../declarations.js';
import { metadataOf } from '../metadata-of.js';
import { text } from '../text.js';
import type { Class } from '../types/parameter-type.js';
import type { TypeOf } from '../types/type-specifier.js';
import type { Verb } from '../verbs.js';
import type { CmdletAttribute } from './attribute.js';
import type { CmdletOptions } from './cmdlet-options.js';
import type { OutputTypeSpecifier } from './output-type-names.js';

/**
 * Makes a class the command `‹verb›-‹noun›`, and checks everything declared on it at once.
 *
 * @param verb an approved verb; `unapproved('Frobnicate')` for another
 * @param noun singular, in Pascal case, specific: `Forecast`
 * @throws MetadataException what is declared wrongly, with class and property
 *
 * @example
 * @Cmdlet('Get', 'Forecast', { defaultParameterSetName: 'City', outputType: Forecast })
 * class GetForecast extends PSCmdlet<Forecast> { … }
 *
 * @example
 * // Without decorators in the toolchain:
 * Parameter({ type: String, position: 0 })(GetForecast.prototype, 'city');
 * Cmdlet('Get', 'Forecast')(GetForecast);
 */
export function Cmdlet<const TOutputType extends OutputTypeSpecifier = string>(
  verb: Verb,
  noun: string,
  options: CmdletOptions<TOutputType> = {},
): CmdletAttribute<OutputDeclared<TOutputType>> {
  return (target: Class<object>, context?: ClassDecoratorContext<Class<object>>): void => {
    declare(target, verb, noun, options);
    if (context === undefined) metadataOf(target);
    // TC39 classes are complete only after all decorators and static fields.
    else context.addInitializer(() => void metadataOf(target));
  };
}

/** What the class is said to write; nothing is known of types that are only named. */
type OutputDeclared<TOutputType extends OutputTypeSpecifier> = [TOutputType] extends [string]
  ? unknown
  : TypeOf<Exclude<TOutputType, string>>;

function declare(target: Class<object>, verb: string, noun: string, options: CmdletOptions): void {
  const declarations = declarationsOn(target.prototype as object);
  const { cmdlet } = declarations;
  if (cmdlet !== undefined) {
    throw new MetadataException('Argument', text.declaredTwice(target.name, `${cmdlet.verb}-${cmdlet.noun}`));
  }
  declarations.cmdlet = { verb, noun, options };
}
