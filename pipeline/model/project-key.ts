import { foldText } from './label.ts';
import type { ProjectName } from './submission.ts';

/** A project's name for comparison: full-width forms unified, without spaces, quotes and the style of brackets. */
export function foldedName(name: string): string {
  return foldText(name).replace(/[()[\]{}【】〔〕]/g, '');
}

/** A project's code for comparison. */
export function foldedCode(code: string): string {
  return foldText(code).toUpperCase();
}

/** What tells a project from others where one key must do: its code, else its folded name; null when it has neither. */
export function projectKey(project: ProjectName | null): string | null {
  if (project === null) return null;
  if (project.code !== null) return foldedCode(project.code);
  return project.name === null ? null : foldedName(project.name);
}

/** Whether two names mean one project: the same code, else the same name where one side has no code. */
export function isSameProject(one: ProjectName | null, other: ProjectName | null): boolean {
  if (one === null || other === null) return false;
  if (one.code !== null && other.code !== null) return foldedCode(one.code) === foldedCode(other.code);
  if (one.name === null || other.name === null) return false;
  return foldedName(one.name) === foldedName(other.name);
}

/** Things by the project they are about. */
export interface ProjectIndex<T> {
  /**
   * All things of a project: those with its code, else those with its name where one side has no code. Two codes that
   * differ are two projects, whatever their names: names are often the title of a document, and repeat.
   */
  of(project: ProjectName): readonly T[];
}

/** Indexes things by project code and folded name; things without a project are left out. */
export function projectIndex<T>(
  things: Iterable<T>,
  projectOf: (thing: T) => ProjectName | null,
): ProjectIndex<T> {
  const byCode = new Map<string, T[]>();
  const byName = new Map<string, { readonly thing: T; readonly hasCode: boolean }[]>();
  for (const thing of things) {
    const project = projectOf(thing);
    if (project === null) continue;
    if (project.code !== null) append(byCode, foldedCode(project.code), thing);
    if (project.name !== null)
      append(byName, foldedName(project.name), { thing, hasCode: project.code !== null });
  }
  return {
    of({ code, name }) {
      const same = code === null ? undefined : byCode.get(foldedCode(code));
      if (same !== undefined) return same;
      const named = name === null ? [] : (byName.get(foldedName(name)) ?? []);
      return named.filter(({ hasCode }) => code === null || !hasCode).map(({ thing }) => thing);
    },
  };
}

function append<T>(lists: Map<string, T[]>, key: string, thing: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [thing]);
  else list.push(thing);
}
