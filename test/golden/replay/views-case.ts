/** A view that a case declares for type names. */
export interface CaseView {
  readonly type: string | readonly string[];
  readonly name: string;
  readonly table?: readonly CaseViewItem[];
  readonly list?: readonly CaseViewItem[];
  readonly wide?: CaseViewItem;
  readonly columns?: number;
  readonly wrap?: boolean;
  readonly autoSize?: boolean;
  readonly hideTableHeaders?: boolean;
  readonly groupBy?: CaseViewItem;
}

/** One column, line or group of a declared view. */
export interface CaseViewItem {
  readonly label?: string;
  readonly width?: number;
  readonly alignment?: string;
  readonly itemAlignment?: string;
  readonly property?: string;
  readonly expression?: unknown;
  readonly formatString?: string;
  readonly condition?: unknown;
}

/** The neutral facts of an error that a script made. */
export interface CaseErrorRecord {
  readonly message: string;
  readonly fullyQualifiedErrorId: string;
  readonly category: string;
  readonly activity: string;
  readonly reason: string;
  readonly targetName: string;
  readonly targetType: string;
  readonly command: string;
  readonly scriptName: string;
  readonly line: number;
  readonly column: number;
  readonly lineText: string;
  readonly positionMessage: string;
}

/** One case of the topic `views`, as its README describes it. */
export interface ViewsCase {
  readonly id: string;
  readonly data?: readonly unknown[];
  readonly script?: string;
  readonly scriptFile?: string;
  readonly take?: string;
  readonly stages?: readonly { readonly command: string; readonly parameters?: Readonly<Record<string, unknown>> }[];
  readonly command?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly views?: readonly CaseView[];
  readonly typeData?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly formatEnumerationLimit?: number;
  readonly errorView?: string;
  readonly rendering?: string;
  readonly width?: number;
  readonly columns?: number;
  readonly expect: ViewsExpectation;
}

/** What came out of a case. */
export interface ViewsExpectation {
  readonly lines?: readonly string[];
  readonly terminating?: { readonly id: string; readonly category?: string };
  readonly record?: CaseErrorRecord;
}
