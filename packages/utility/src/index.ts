/**
 * @packageDocumentation
 * The cmdlets everybody expects, and the views that draw objects as tables and lists.
 */
import { definePack } from '@cmdlet/core';
import { GetCommand } from './commands/get-command.js';
import { GetHelp } from './commands/get-help.js';
import { GetMember } from './commands/get-member.js';
import { ConvertFromCsv } from './convert/convert-from-csv.js';
import { ConvertFromJson } from './convert/convert-from-json.js';
import { ConvertToCsv } from './convert/convert-to-csv.js';
import { ConvertToJson } from './convert/convert-to-json.js';
import { ExportCsv } from './convert/export-csv.js';
import { ImportCsv } from './convert/import-csv.js';
import { ForEachObject } from './for-each-object/for-each-object.js';
import { FormatCustom } from './format/format-custom.js';
import { FormatList } from './format/format-list.js';
import { FormatTable } from './format/format-table.js';
import { FormatWide } from './format/format-wide.js';
import { OutDefault } from './format/out-default.js';
import { OutFile } from './format/out-file.js';
import { OutHost } from './format/out-host.js';
import { OutNull } from './format/out-null.js';
import { OutString } from './format/out-string.js';
import { CompareObject } from './objects/compare-object.js';
import { GetUnique } from './objects/get-unique.js';
import { GroupObject } from './objects/group-object.js';
import { MeasureObject } from './objects/measure-object.js';
import { SelectObject } from './objects/select-object.js';
import { SortObject } from './objects/sort-object.js';
import { TeeObject } from './objects/tee-object.js';
import { WhereObject } from './objects/where-object.js';
import { JoinString } from './text/join-string.js';
import { SelectString } from './text/select-string.js';
import { GetDate } from './time/get-date.js';
import { NewTimeSpan } from './time/new-time-span.js';

// commands
export { AliasInfo, CmdletInfo } from './commands/command-infos.js';
export { CommandListing, type ListedCommand } from './commands/command-listing.js';
export { GetCommand } from './commands/get-command.js';
export type { GetCommandOutput, GetCommandParameters } from './commands/get-command-types.js';
export { GetHelp, HelpTopic } from './commands/get-help.js';
export { GetMember } from './commands/get-member.js';
export { type HelpView, helpLines, parameterLines } from './commands/help-lines.js';
export { MemberDefinition, type MemberType } from './commands/member-definition.js';
export {
  ModuleSpecification,
  type ModuleSpecificationArgument,
  type ModuleSpecificationTable,
} from './commands/module-specification.js';
export { LinkOpener, openInBrowser, showOnlineHelp } from './commands/online-help.js';
export type {
  ShowCommandInfo,
  ShowCommandParameter,
  ShowCommandParameterSet,
  ShowCommandParameterType,
} from './commands/show-command-info.js';
export { helpSyntax } from './commands/syntax-lines.js';
// convert
export { ConvertFromCsv } from './convert/convert-from-csv.js';
export { ConvertFromJson } from './convert/convert-from-json.js';
export { ConvertToCsv } from './convert/convert-to-csv.js';
export { ConvertToJson } from './convert/convert-to-json.js';
export type { CsvQuoting } from './convert/csv-formatter.js';
export { CsvImporter } from './convert/csv-importer.js';
export { endsInQuotes } from './convert/csv-reader.js';
export { ExportCsv } from './convert/export-csv.js';
export { ImportCsv } from './convert/import-csv.js';
export type { JsonDateKind } from './convert/json-dates.js';
export type { JsonEscapeHandling } from './convert/json-writer.js';
// for-each-object
export { ForEachObject } from './for-each-object/for-each-object.js';
export type { ForEachParameters, ParallelContext } from './for-each-object/for-each-types.js';
// format
export { type FileEncoding, fileEncodings } from './format/file-encoding.js';
export { FormatCustom, type FormatCustomParameters } from './format/format-custom.js';
export { FormatList, type FormatListParameters } from './format/format-list.js';
export { FormatTable, type FormatTableParameters } from './format/format-table.js';
export type { FormatExpression, FormatParameters, FormatProperty } from './format/format-types.js';
export { FormatWide, type FormatWideParameters } from './format/format-wide.js';
export { OutDefault } from './format/out-default.js';
export { OutFile } from './format/out-file.js';
export { OutHost } from './format/out-host.js';
export { OutNull } from './format/out-null.js';
export { OutString } from './format/out-string.js';
// objects
export { CompareObject } from './objects/compare-object.js';
export type { SideIndicator } from './objects/difference-finder.js';
export { GetUnique, type UniqueParameters } from './objects/get-unique.js';
export { GroupInfo, GroupInfoNoElement } from './objects/group-info.js';
export { GroupObject, type GroupParameters } from './objects/group-object.js';
export { GenericMeasureInfo, GenericObjectMeasureInfo, TextMeasureInfo } from './objects/measure-info.js';
export { MeasureObject, type MeasureParameters } from './objects/measure-object.js';
export type { ExpressionFor, KeyProperty, OrderProperty, PropertyName, Several } from './objects/property-types.js';
export { SelectObject } from './objects/select-object.js';
export type { Selected, SelectParameters, SelectProperty } from './objects/select-types.js';
export { SortObject, type SortParameters } from './objects/sort-object.js';
export { TeeObject, type TeeParameters } from './objects/tee-object.js';
export { WhereObject, type WhereParameters } from './objects/where-object.js';
// properties
export { registerTypeDisplay, type ValueDisplay } from './properties/display-of.js';
export { matchingPropertyNames } from './properties/matching-property-names.js';
export { isPlainRecord, type PlainRecord } from './properties/plain-property.js';
export { propertyNamesOf } from './properties/property-names.js';
export { findPropertyName, propertyValue, readProperty } from './properties/property-value.js';
// text
export { type JoinParameters, JoinString } from './text/join-string.js';
export { Match, type MatchGroup, MatchInfo, MatchInfoContext } from './text/match-info.js';
export { SelectString } from './text/select-string.js';
// time
export { type DisplayHint, GetDate } from './time/get-date.js';
export { NewTimeSpan } from './time/new-time-span.js';
// views
export { type CellOptions, cellText, formattedText } from './views/cell-text.js';
export { dateText } from './views/date-text.js';
export { DictionaryEntry } from './views/dictionary-entry.js';
export { cellsOf, headWithin } from './views/display-cells.js';
export { drawLines } from './views/draw-lines.js';
export { type ErrorView, errorLines } from './views/error-text.js';
export { FormatData } from './views/format-data.js';
export type { EnumerableExpansion, FormatOptions, ViewShape } from './views/format-options.js';
export { type LineOptions, LineWriter } from './views/line-writer.js';
export { numberText } from './views/number-text.js';
export { RecordFormatter } from './views/record-formatter.js';
export {
  type CalculatedProperty,
  type PropertyArgument,
  type ViewProperty,
  viewProperty,
} from './views/view-property.js';
export { ViewRegistry, views } from './views/view-registry.js';
export { wrapLines } from './views/wrap-lines.js';

/** The cmdlets of this package, for a session. */
export const utilityPack = definePack({
  name: 'utility',
  cmdlets: [
    // commands
    GetCommand,
    GetHelp,
    GetMember,
    // convert
    ConvertFromCsv,
    ConvertFromJson,
    ConvertToCsv,
    ConvertToJson,
    ExportCsv,
    ImportCsv,
    // for-each-object
    ForEachObject,
    // format
    FormatCustom,
    FormatList,
    FormatTable,
    FormatWide,
    OutDefault,
    OutFile,
    OutHost,
    OutNull,
    OutString,
    // objects
    CompareObject,
    GetUnique,
    GroupObject,
    MeasureObject,
    SelectObject,
    SortObject,
    TeeObject,
    WhereObject,
    // text
    JoinString,
    SelectString,
    // time
    GetDate,
    NewTimeSpan,
  ],
});
