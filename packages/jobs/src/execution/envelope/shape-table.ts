import type { PropertyKind, Shape } from './compact.js';

/** A part of the way from no properties to a shape. */
export class ShapeNode {
  /** Number of the shape that ends here. */
  shape: number | undefined = undefined;
  /** The way that was gone last: most objects are like the one before. */
  last: ShapeNode | undefined = undefined;
  others: Map<string, ShapeNode> | undefined = undefined;

  constructor(
    readonly names: readonly string[],
    readonly parent: ShapeNode | undefined,
    readonly key: string,
    readonly kind: PropertyKind,
    readonly depth: number,
  ) {}
}

/** Numbers for shapes. Objects whose keys are themselves data have ever new ones, so there is an end to it. */
export class ShapeTable {
  readonly #plain = new ShapeNode(NO_NAMES, undefined, '', 0, 0);
  readonly #named = new Map<readonly string[], ShapeNode>();
  #nodes = 0;
  #shapes = 0;

  /** Where the way to all shapes begins that have these type names; the list must be the same array each time. */
  root(names: readonly string[]): ShapeNode | undefined {
    if (names.length === 0) return this.#plain;
    let root = this.#named.get(names);
    if (root === undefined) {
      if (++this.#nodes > MOST_NODES) return undefined;
      root = new ShapeNode(names, undefined, '', 0, 0);
      this.#named.set(names, root);
    }
    return root;
  }

  /** One property further; undefined where no more are learnt. */
  next(node: ShapeNode | undefined, key: string, kind: PropertyKind): ShapeNode | undefined {
    const last = node?.last;
    return last !== undefined && last.key === key && last.kind === kind ? last : this.#step(node, key, kind);
  }

  /** Numbers the shape that ends here; they are told in this order. Undefined where no more are learnt. */
  define(node: ShapeNode): Shape | undefined {
    if (this.#shapes >= MOST_SHAPES) return undefined;
    node.shape = this.#shapes++;
    const keys: string[] = [];
    const kinds: PropertyKind[] = [];
    for (let at = node; at.parent !== undefined; at = at.parent) {
      keys.unshift(at.key);
      kinds.unshift(at.kind);
    }
    return { keys, kinds, names: node.names };
  }

  #step(node: ShapeNode | undefined, key: string, kind: PropertyKind): ShapeNode | undefined {
    if (node === undefined || key === '__proto__') return undefined;
    const name = `${kind}${key}`;
    node.others ??= new Map();
    let next = node.others.get(name);
    if (next === undefined) {
      if (node.depth >= MOST_PROPERTIES || ++this.#nodes > MOST_NODES) return undefined;
      next = new ShapeNode(node.names, node, key, kind, node.depth + 1);
      node.others.set(name, next);
    }
    node.last = next;
    return next;
  }
}

const MOST_PROPERTIES = 128;
const MOST_NODES = 8000;
const MOST_SHAPES = 1000;
const NO_NAMES: readonly string[] = [];
