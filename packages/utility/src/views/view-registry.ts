import { Job, typeDisplayOf, typeNamesOf, type ViewDefinition } from '@cmdlet/core';
import { displayOfClass } from '../properties/display-of.js';
import { builtInViews } from './built-in-views.js';

/** A view, and how near the type it is declared for is to the object: 0 for the object's own. */
interface Candidate {
  readonly view: ViewDefinition;
  readonly distance: number;
}

const DESERIALIZED = 'Deserialized.';

/**
 * The views that objects are drawn by: those registered here by type name, those built in, and those that the object's
 * class declares. Registered ones come first.
 *
 * @example
 * views.register('My.Server', { kind: 'table', columns: [{ property: 'Name', width: 10 }, { property: 'Load' }] });
 */
export class ViewRegistry {
  readonly #views: { readonly typeNames: ReadonlySet<string>; readonly view: ViewDefinition }[] = [];

  /**
   * Declares a view for objects that have one of the type names. Of several that fit equally the first is used.
   *
   * @returns takes it back
   */
  register(typeNames: string | readonly string[], view: ViewDefinition): () => void {
    const entry = { typeNames: new Set([typeNames].flat().map((name) => name.toLowerCase())), view };
    this.#views.push(entry);
    return () => void this.#views.splice(this.#views.indexOf(entry), 1);
  }

  /**
   * The view that fits an object best: of a shape, or of any shape, and of a name if one is given.
   *
   * That of the most specific type name wins, and of several for it the first.
   */
  find(value: unknown, shape?: ViewDefinition['kind'], name?: string): ViewDefinition | undefined {
    const wanted = name?.toLowerCase();
    let best: Candidate | undefined;
    for (const candidate of this.#candidates(value)) {
      if (shape !== undefined && candidate.view.kind !== shape) continue;
      if (wanted !== undefined && candidate.view.name?.toLowerCase() !== wanted) continue;
      if (best === undefined || candidate.distance < best.distance) best = candidate;
    }
    return best?.view;
  }

  /** All views that fit an object. */
  allFor(value: unknown): readonly ViewDefinition[] {
    return [...this.#candidates(value)].map(({ view }) => view);
  }

  /** Whether a view that was chosen for one object fits another. */
  applies(view: ViewDefinition, value: unknown): boolean {
    for (const candidate of this.#candidates(value)) if (candidate.view === view) return true;
    return false;
  }

  *#candidates(value: unknown): Generator<Candidate> {
    const names = typeNamesFor(value);
    for (const { typeNames, view } of this.#views) {
      const distance = names.findIndex((name) => typeNames.has(name));
      if (distance >= 0) yield { view, distance };
    }
    for (const { typeName, view, matches } of builtInViews) {
      if (matches?.(value) === true) yield { view, distance: 0 };
      const distance = names.indexOf(typeName);
      if (matches === undefined && distance >= 0) yield { view, distance };
    }
    if (typeof value !== 'object' || value === null) return;
    const declared = displayOfClass(value)?.views ?? [];
    for (const view of declared) yield { view, distance: declaringDistance(value, view, names.length) };
    if (names.includes('job') && !(value instanceof Job)) {
      for (const view of typeDisplayOf(Job).views) yield { view, distance: names.indexOf('job') };
    }
  }
}

/** How many classes up the one stands that declares the view; names added to the object come before its class. */
function declaringDistance(value: object, view: ViewDefinition, names: number): number {
  let classes = 0;
  let having = 0;
  for (let type: unknown = value.constructor; isClass(type); type = Object.getPrototypeOf(type)) {
    classes++;
    if (typeDisplayOf(type).views.includes(view)) having++;
  }
  const added = Math.max(0, names - classes - 1);
  return added + having - 1;
}

function isClass(value: unknown): value is new () => object {
  return typeof value === 'function' && value !== Function.prototype;
}

/** In lower case; what was deserialized is drawn as what it was. */
function typeNamesFor(value: unknown): readonly string[] {
  const names = typeNamesOf(value);
  let lower = known.get(names);
  if (lower === undefined) {
    lower = [
      ...new Set(
        names.flatMap((name) => [
          name.toLowerCase(),
          ...(name.startsWith(DESERIALIZED) ? [name.slice(DESERIALIZED.length).toLowerCase()] : []),
        ]),
      ),
    ];
    known.set(names, lower);
  }
  return lower;
}

const known = new WeakMap<readonly string[], readonly string[]>();

/** The views of this process. */
export const views = new ViewRegistry();
