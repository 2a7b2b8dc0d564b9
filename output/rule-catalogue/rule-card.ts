/** One rule as the catalogue prints it, every text in the reader's language. */
export interface RuleCard {
  readonly id: string;
  /** The group's own name; `labels.groups` has the words. */
  readonly group: string;
  readonly title: string;
  readonly severity: 'error' | 'warning' | 'notice';
  /** What it looks at: one sheet, a unit, the whole batch. */
  readonly scope: 'table' | 'unit' | 'batch';
  /** Template ids; empty: any. */
  readonly templates: readonly string[];
  readonly source: string;
  readonly why: string;
  readonly options: readonly OptionCard[];
  /** 适用于 2024年1月及以后. */
  readonly effective: string;
  /** Why it is switched off; null: it is not. */
  readonly off: string | null;
  /** At work on its own sample; null where there is none. */
  readonly example: ExampleCard | null;
}

/** One option of a rule, with the value in force. */
export interface OptionCard {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  /** As a settings file writes it. */
  readonly value: string;
  /** As a reader says it: 20%, 1 万元. */
  readonly shown: string;
  /** As it is said where nothing is set. */
  readonly initial: string;
}

/** A rule at work on its own sample. */
export interface ExampleCard {
  readonly severity: 'error' | 'warning' | 'notice';
  /** The cells concerned with what stands in them. */
  readonly places: string;
  readonly message: string;
  readonly clears: string;
  readonly value: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly tolerance: string | null;
  readonly threshold: string | null;
  readonly trace: string | null;
}
