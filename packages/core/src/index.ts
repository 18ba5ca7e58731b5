/**
 * @packageDocumentation
 * Declare a cmdlet, bind its parameters, run it inline, in a pipeline or as a job.
 */

// bind
export type { CommandArgument } from './bind/command-argument.js';
export { compareText, equalText, type TextComparison } from './bind/convert/compare-text.js';
export { compareValues, equalValues } from './bind/convert/compare-values.js';
export { ComparisonException } from './bind/convert/comparison-exception.js';
export { ConversionException } from './bind/convert/conversion-exception.js';
export { convertTo } from './bind/convert/convert-to.js';
export { editDistance } from './bind/convert/edit-distance.js';
export { enumerableElements, isPropertyBag } from './bind/convert/enumerable-elements.js';
export { isInstanceOf } from './bind/convert/is-instance-of.js';
export { isTruthy } from './bind/convert/is-truthy.js';
export { nearestNames } from './bind/convert/nearest-names.js';
export { type TextOptions, textOfValue } from './bind/convert/text-of-value.js';
export type { HistoricalBinding } from './bind/historical-binding.js';
export { isWildcard, wildcardPattern } from './bind/wildcard-pattern.js';
// declare
export { abbreviatedName } from './declare/abbreviated-name.js';
export type {
  CommandDescription,
  ParameterDescription,
  ParameterSetDescription,
} from './declare/command-description.js';
export { commandMetadata, sharedParameters } from './declare/command-metadata.js';
export { Alias } from './declare/decorators/alias.js';
export { AllowEmptyCollection } from './declare/decorators/allow-empty-collection.js';
export { AllowEmptyString } from './declare/decorators/allow-empty-string.js';
export { AllowNull } from './declare/decorators/allow-null.js';
export { ArgumentCompleter } from './declare/decorators/argument-completer.js';
export { ArgumentCompletions } from './declare/decorators/argument-completions.js';
export { Cmdlet } from './declare/decorators/cmdlet.js';
export type { CmdletOptions } from './declare/decorators/cmdlet-options.js';
export { Obsolete } from './declare/decorators/obsolete.js';
export { OutputType } from './declare/decorators/output-type.js';
export { Parameter } from './declare/decorators/parameter.js';
export type { ParameterOptions } from './declare/decorators/parameter-options.js';
export type { DerivedByBuild } from './declare/decorators/property-rules.js';
export { PSTypeName } from './declare/decorators/ps-type-name.js';
export { Transform } from './declare/decorators/transform.js';
export { Validate } from './declare/decorators/validate.js';
export { ValidateCount } from './declare/decorators/validate-count.js';
export { ValidateDrive } from './declare/decorators/validate-drive.js';
export { ValidateLength } from './declare/decorators/validate-length.js';
export { ValidateNotNull } from './declare/decorators/validate-not-null.js';
export { ValidateNotNullOrEmpty } from './declare/decorators/validate-not-null-or-empty.js';
export { ValidateNotNullOrWhiteSpace } from './declare/decorators/validate-not-null-or-white-space.js';
export { ValidatePattern } from './declare/decorators/validate-pattern.js';
export { ValidateRange } from './declare/decorators/validate-range.js';
export { ValidateScript } from './declare/decorators/validate-script.js';
export { ValidateSet } from './declare/decorators/validate-set.js';
export type { RuntimeDefinedParameter, RuntimeDefinedParameterDictionary } from './declare/dynamic-parameters.js';
export {
  ALL_PARAMETER_SETS,
  type ArgumentTransformation,
  type CommandExample,
  type CommandMetadata,
  type CompletionRequest,
  type CompletionResult,
  type CompletionResultType,
  type ConfirmImpact,
  type ParameterMetadata,
  type RelatedLink,
} from './declare/metadata.js';
export { metadataOf } from './declare/metadata-of.js';
export { namingWarnings } from './declare/naming-warnings.js';
export { buildIndex, verifyIndex } from './declare/pack/build-index.js';
export { type CommandIndex, commandNames, findCommand, type IndexedCommand } from './declare/pack/command-index.js';
export { definePack, type Pack } from './declare/pack/define-pack.js';
export { type CommandNames, IndexFile, type IndexHead, writeIndex } from './declare/pack/index-file.js';
export { loadCmdlets } from './declare/pack/load-cmdlets.js';
export type { CmdletSource, PackDefinition, PackManifest } from './declare/pack/pack-definition.js';
export { readIndex } from './declare/pack/read-index.js';
export { suggestVerbs } from './declare/suggest-verbs.js';
export { classOf } from './declare/types/class-of.js';
export { arrayOf, dictionaryOf, nullable, setOf } from './declare/types/collection-types.js';
export { Duration } from './declare/types/duration.js';
export { enumOf, flagsOf } from './declare/types/enum-of.js';
export type { EnumMember } from './declare/types/enum-type.js';
export {
  BigInteger,
  Byte,
  Double,
  Int16,
  Int32,
  Int64,
  rounding,
  SByte,
  UInt16,
  UInt32,
  UInt64,
} from './declare/types/number-types.js';
export type { ParameterType, ShapeOf } from './declare/types/parameter-type.js';
export { Char, Guid, ScriptBlock, Switch } from './declare/types/simple-types.js';
export { typeByName } from './declare/types/type-by-name.js';
export { typeOf } from './declare/types/type-of.js';
export type { TypeOf, TypeSpecifier } from './declare/types/type-specifier.js';
export { Version } from './declare/types/version.js';
export { type ApprovedVerb, approvedVerbs, findVerb, unapproved, type Verb } from './declare/verbs.js';
export { type TypeDisplay, typeDisplayOf } from './declare/view/type-display.js';
export {
  DefaultDisplayProperty,
  DefaultDisplayPropertySet,
  type TypeDisplayAttribute,
  View,
} from './declare/view/view.js';
export type {
  CustomView,
  ListView,
  ListViewItem,
  TableView,
  TableViewColumn,
  ViewAlignment,
  ViewDefinition,
  ViewExpression,
  ViewGrouping,
  ViewItem,
  WideView,
} from './declare/view/view-definition.js';
// job
export { errorRecordOfFailure, keepOwnErrorId } from './job/failure-reason.js';
export { Job } from './job/job.js';
export { JobDefinition, type JobDefinitionFacts } from './job/job-definition.js';
export {
  InvalidJobStateException,
  JobDisposedException,
  JobFailedException,
  JobTimedOutException,
} from './job/job-exceptions.js';
export { JobIdCounter } from './job/job-id-counter.js';
export type { JobIdentifier } from './job/job-identifier.js';
export type { JobInit, JobRetention } from './job/job-init.js';
export { JobInvocationInfo, type JobParameterCollection } from './job/job-invocation-info.js';
export type { JobLogReader } from './job/job-log.js';
export { JobManager } from './job/job-manager.js';
export type { JobObserver } from './job/job-observer.js';
export {
  isStartableJob,
  isUnblockableJob,
  type OperationErrors,
  operationErrorsOf,
  type StartableJob,
  type UnblockableJob,
} from './job/job-operations.js';
export type { JobRecord } from './job/job-record.js';
export { JobRepository } from './job/job-repository.js';
export type { JobSink } from './job/job-sink.js';
export type { JobQuery, JobSourceAdapter, SourceJob } from './job/job-source-adapter.js';
export { isFinishedState, isPersistentState, type JobState, jobStateType } from './job/job-state.js';
export { type JobStateEvent, JobStateInfo } from './job/job-state-info.js';
export type { ChildWork, JobWork } from './job/job-work.js';
export { OverflowRecord } from './job/overflow-record.js';
export { ParallelExecutor, type ParallelJob, type ParallelRequest } from './job/parallel-executor.js';
export { type Arrival, type ArrivalOptions, RecordArrivals } from './job/record-arrivals.js';
export type { StoredRecords } from './job/recorded-job.js';
export type { StopMethod, StopOptions } from './job/stop-method.js';
export { isSuspendableJob, type SuspendableJob, type SuspendOptions } from './job/suspendable-job.js';
export type { ForcedEnd } from './job/work-run.js';
// records
export { CmdletException, containsErrorRecord, type ErrorFacts } from './records/cmdlet-exception.js';
export { ErrorCategory } from './records/error-category.js';
export { type CategoryInfo, type ErrorDetails, ErrorRecord } from './records/error-record.js';
export {
  ActionPreferenceStopException,
  type BindingFacts,
  CmdletInvocationException,
  CmdletNotFoundException,
  CommandNotFoundException,
  HostException,
  InvalidOperationException,
  MetadataException,
  ParameterBindingArgumentTransformationException,
  ParameterBindingException,
  ParameterBindingParameterDefaultValueException,
  ParameterBindingValidationException,
  PipelineStoppedException,
  ValidationMetadataException,
} from './records/exceptions.js';
export { HOST_TAG, type HostInformationMessage, InformationRecord, WHAT_IF_TAG } from './records/information-record.js';
export type { InvocationInfo } from './records/invocation-info.js';
export { DebugRecord, VerboseRecord, WarningRecord } from './records/message-records.js';
export { type ProgressFacts, ProgressRecord } from './records/progress-record.js';
export type { ScriptPosition } from './records/script-position.js';
export type { StreamName } from './records/stream-name.js';
export { typeNameOf } from './records/type-name.js';
export { TYPE_NAMES, typeNamesOf } from './records/type-names.js';
// run
export { ActionPreference } from './run/action-preference.js';
export { type Clock, systemClock } from './run/clock.js';
export type { CmdletRuntime } from './run/cmdlet-runtime.js';
export { inject } from './run/construction.js';
export { type DefinedCmdletClass, defineCmdlet } from './run/define-cmdlet.js';
export type { ChoiceDescription, FieldDescription, Host } from './run/host.js';
export type {
  ArgumentFor,
  AsJobParameters,
  CmdletClass,
  CommonParameters,
  DelayedValue,
  InlineParameters,
  JobParameters,
  NeverAsJob,
  OutputOf,
  ParametersOf,
  PassThrough,
  PipedOutput,
  StageTypes,
  TypedStage,
} from './run/inference.js';
export { PagingParameters, TOTAL_COUNT_TAG, TotalCount } from './run/paging-parameters.js';
export type { RunState } from './run/pipeline-run.js';
export { PSCmdlet, type ShouldContinueMemory, type StepResult } from './run/ps-cmdlet.js';
export { RecordBatches } from './run/record-batches.js';
export { RecordQueue } from './run/record-queue.js';
export type { BindingOptions } from './run/run-environment.js';
export type { ObservedCommand, ObservedConfirmation, RunObserver } from './run/run-observer.js';
export type { SessionState } from './run/session-state.js';
export type { VariableScope } from './run/variables.js';
// session
export { type BoundCall, bindCall } from './session/bind-call.js';
export type { CommandInfo, NamingOptions } from './session/command-table.js';
export { type DescribeOptions, describeCall } from './session/describe-call.js';
export { ErrorList } from './session/error-list.js';
export type { NestedOptions, NestedSession } from './session/nested-session.js';
export type { TakeOutput } from './session/output-consumer.js';
export { Pipeline, type RunOptions } from './session/pipeline.js';
export type { PipelineResult } from './session/pipeline-result.js';
export type { Redirections } from './session/redirections.js';
export type { OutputRecord, StreamRecord } from './session/run-streams.js';
export type { ServiceClass, ServiceProvider } from './session/services.js';
export { Session } from './session/session.js';
export type { SessionOptions } from './session/session-options.js';
