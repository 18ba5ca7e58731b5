import type { PSCmdlet } from '@cmdlet/core';
import { propertyValue } from '../properties/property-value.js';
import type { ErrorView } from '../views/error-text.js';

/** Elements of a collection that are shown: the variable `FormatEnumerationLimit`, else 4. */
export function enumerationLimitOf(cmdlet: PSCmdlet<never> | PSCmdlet): number {
  const limit = cmdlet.getVariableValue('FormatEnumerationLimit');
  return Number.isInteger(limit) ? (limit as number) : 4;
}

const VIEWS: readonly ErrorView[] = ['ConciseView', 'NormalView', 'CategoryView'];

/** How errors are shown: the variable `ErrorView`, else in short. */
export function errorViewOf(cmdlet: PSCmdlet<never> | PSCmdlet): ErrorView {
  const wanted = String(cmdlet.getVariableValue('ErrorView', '')).toLowerCase();
  return VIEWS.find((view) => view.toLowerCase() === wanted) ?? 'ConciseView';
}

/** Whether escape sequences are written: as the variable `PSStyle` says in `OutputRendering`, else as the host shows them. */
export function ansiOf(cmdlet: PSCmdlet<never> | PSCmdlet, supported: boolean): boolean {
  const style = cmdlet.getVariableValue('PSStyle');
  const rendering = String(propertyValue(style, 'OutputRendering') ?? '').toLowerCase();
  return rendering === 'ansi' || (supported && rendering !== 'plaintext');
}
