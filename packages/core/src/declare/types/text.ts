/** Texts of mistakes in the declaration of a type. */

export function unusableTypeSpecifier(given: string): string {
  const undefinedHint = given === 'undefined' ? ' A class is undefined here when two modules import each other.' : '';
  return (
    `A parameter's type cannot be ${given}. Write a constructor (String, Number, Boolean, Date …), a type such as ` +
    `Int32 or Switch, a class, enumOf(…), or a list of one of these: [String].${undefinedHint}`
  );
}

export function enumWithoutMembers(): string {
  return 'An enum type needs at least one member: enumOf(Color), enumOf({ Low: 1, High: 2 }) or enumOf(["Low", "High"]).';
}

export function enumMemberTwice(name: string): string {
  return `The enum type names '${name}' twice. Every name may stand once.`;
}

export function flagsNotNumeric(name: string): string {
  return `The member '${name}' of a flags type is not a whole number. Flags are combined by their bits: 1, 2, 4 …`;
}

export function versionOutOfRange(part: string, value: number): string {
  return `The ${part} number of a version is ${value}; use a whole number from 0 to 2147483647.`;
}

export function durationNotFinite(value: number): string {
  return `A duration of ${value} milliseconds cannot be; use a finite number.`;
}
