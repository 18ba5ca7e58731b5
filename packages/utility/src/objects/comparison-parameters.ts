import { Parameter, PSCmdlet, Switch } from '@cmdlet/core';
import type { OperatorName } from './comparison-operators.js';

/** The switches of `Where-Object`, one for each operator, in a parameter set of its own. */
export abstract class ComparisonParameters extends PSCmdlet<unknown> implements Record<OperatorName, boolean> {
  /** The records, mostly from the pipeline. */
  @Parameter({ valueFromPipeline: true, type: Object })
  inputObject: unknown;

  /** The property is equal to -Value. */
  @Parameter({ parameterSetName: 'EqualSet', name: 'EQ', aliases: ['IEQ'], type: Switch })
  eq = false;

  /** The same as `-EQ`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveEqualSet', mandatory: true, name: 'CEQ', type: Switch })
  ceq = false;

  /** The property is not equal to -Value. */
  @Parameter({ parameterSetName: 'NotEqualSet', mandatory: true, name: 'NE', aliases: ['INE'], type: Switch })
  ne = false;

  /** The same as `-NE`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveNotEqualSet', mandatory: true, name: 'CNE', type: Switch })
  cne = false;

  /** The property is greater than -Value. */
  @Parameter({ parameterSetName: 'GreaterThanSet', mandatory: true, name: 'GT', aliases: ['IGT'], type: Switch })
  gt = false;

  /** The same as `-GT`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveGreaterThanSet', mandatory: true, name: 'CGT', type: Switch })
  cgt = false;

  /** The property is less than -Value. */
  @Parameter({ parameterSetName: 'LessThanSet', mandatory: true, name: 'LT', aliases: ['ILT'], type: Switch })
  lt = false;

  /** The same as `-LT`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveLessThanSet', mandatory: true, name: 'CLT', type: Switch })
  clt = false;

  /** The property is greater than or equal to -Value. */
  @Parameter({ parameterSetName: 'GreaterOrEqualSet', mandatory: true, name: 'GE', aliases: ['IGE'], type: Switch })
  ge = false;

  /** The same as `-GE`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveGreaterOrEqualSet', mandatory: true, name: 'CGE', type: Switch })
  cge = false;

  /** The property is less than or equal to -Value. */
  @Parameter({ parameterSetName: 'LessOrEqualSet', mandatory: true, name: 'LE', aliases: ['ILE'], type: Switch })
  le = false;

  /** The same as `-LE`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveLessOrEqualSet', mandatory: true, name: 'CLE', type: Switch })
  cle = false;

  /** The property matches the wildcard. */
  @Parameter({ parameterSetName: 'LikeSet', mandatory: true, name: 'Like', aliases: ['ILike'], type: Switch })
  like = false;

  /** The same as `-Like`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveLikeSet', mandatory: true, name: 'CLike', type: Switch })
  cLike = false;

  /** The property does not match the wildcard. */
  @Parameter({ parameterSetName: 'NotLikeSet', mandatory: true, name: 'NotLike', aliases: ['INotLike'], type: Switch })
  notLike = false;

  /** The same as `-NotLike`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveNotLikeSet', mandatory: true, name: 'CNotLike', type: Switch })
  cNotLike = false;

  /** The property matches the regular expression. */
  @Parameter({ parameterSetName: 'MatchSet', mandatory: true, name: 'Match', aliases: ['IMatch'], type: Switch })
  match = false;

  /** The same as `-Match`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveMatchSet', mandatory: true, name: 'CMatch', type: Switch })
  cMatch = false;

  /** The property does not match the regular expression. */
  @Parameter({
    parameterSetName: 'NotMatchSet',
    mandatory: true,
    name: 'NotMatch',
    aliases: ['INotMatch'],
    type: Switch,
  })
  notMatch = false;

  /** The same as `-NotMatch`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveNotMatchSet', mandatory: true, name: 'CNotMatch', type: Switch })
  cNotMatch = false;

  /** The property is a list that has -Value in it. */
  @Parameter({
    parameterSetName: 'ContainsSet',
    mandatory: true,
    name: 'Contains',
    aliases: ['IContains'],
    type: Switch,
  })
  contains = false;

  /** The same as `-Contains`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveContainsSet', mandatory: true, name: 'CContains', type: Switch })
  cContains = false;

  /** The property is no list that has -Value in it. */
  @Parameter({
    parameterSetName: 'NotContainsSet',
    mandatory: true,
    name: 'NotContains',
    aliases: ['INotContains'],
    type: Switch,
  })
  notContains = false;

  /** The same as `-NotContains`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveNotContainsSet', mandatory: true, name: 'CNotContains', type: Switch })
  cNotContains = false;

  /** The property is one of -Value. */
  @Parameter({ parameterSetName: 'InSet', mandatory: true, name: 'In', aliases: ['IIn'], type: Switch })
  in = false;

  /** The same as `-In`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveInSet', mandatory: true, name: 'CIn', type: Switch })
  cIn = false;

  /** The property is none of -Value. */
  @Parameter({ parameterSetName: 'NotInSet', mandatory: true, name: 'NotIn', aliases: ['INotIn'], type: Switch })
  notIn = false;

  /** The same as `-NotIn`, telling letters from their capitals. */
  @Parameter({ parameterSetName: 'CaseSensitiveNotInSet', mandatory: true, name: 'CNotIn', type: Switch })
  cNotIn = false;

  /** The property is of the type that `-Value` names: `int`, `string`, a class. */
  @Parameter({ parameterSetName: 'IsSet', mandatory: true, name: 'Is', type: Switch })
  is = false;

  /** The property is not of the type that `-Value` names. */
  @Parameter({ parameterSetName: 'IsNotSet', mandatory: true, name: 'IsNot', type: Switch })
  isNot = false;

  /** The property counts as false: null, zero, empty. */
  @Parameter({ parameterSetName: 'Not', mandatory: true, name: 'Not', type: Switch })
  not = false;
}
