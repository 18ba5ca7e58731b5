import type { Class } from '../types/parameter-type.js';
import type { ViewDefinition, ViewExpression } from './view-definition.js';

/** How the values of one class show themselves: plain data that drawing code reads. */
export interface TypeDisplay {
  /** In the order on the page; the first that fits is used. */
  readonly views: readonly ViewDefinition[];
  /** The one property that stands for the whole in a wide view. */
  readonly defaultDisplayProperty?: string;
  /** What a list or table without other instruction shows. */
  readonly defaultDisplayPropertySet?: readonly string[];
  /** All properties that views and object cmdlets see, in order. Without it: own ones, then accessors of the class. */
  readonly properties?: readonly string[];
  /** Properties that only views and object cmdlets see, by name; they hide members of the same name. */
  readonly scriptProperties?: Readonly<Record<string, ViewExpression>>;
}

/** On the class itself, so that a class declared with one copy of this package is drawn by another. */
const DISPLAY = Symbol.for('@cmdlet/core/type-display');
const NOTHING: TypeDisplay = { views: [] };

/** What is declared on a class and its bases: views of the class first; of the rest the nearest wins. */
export function typeDisplayOf(type: Class<object>): TypeDisplay {
  const bases: unknown = Object.getPrototypeOf(type);
  const inherited = typeof bases === 'function' ? typeDisplayOf(bases as Class<object>) : NOTHING;
  const own = ownTypeDisplay(type);
  if (own === undefined) return inherited;
  const scriptProperties = { ...inherited.scriptProperties, ...own.scriptProperties };
  return { ...inherited, ...own, scriptProperties, views: [...own.views, ...inherited.views] };
}

/** Adds to what is declared on a class. Views stand before those declared so far, as decorators run from the last up. */
export function declareTypeDisplay(type: Class<object>, part: Partial<TypeDisplay>): void {
  const own = ownTypeDisplay(type) ?? NOTHING;
  const scriptProperties = { ...part.scriptProperties, ...own.scriptProperties };
  const value = { ...own, ...part, scriptProperties, views: [...(part.views ?? []), ...own.views] };
  Object.defineProperty(type, DISPLAY, { value, configurable: true });
}

function ownTypeDisplay(type: Class<object>): TypeDisplay | undefined {
  return Object.hasOwn(type, DISPLAY) ? (Reflect.get(type, DISPLAY) as TypeDisplay) : undefined;
}
