import type { Lamp } from '../../pipeline/model/spending.ts';
import { absent } from '../labels.ts';
import { lampShapes, severityShapes, stateShapes } from '../signs.ts';
import { html, type Markup } from './markup.ts';
import type { Page } from './page.ts';

/** Colours of bars: brighter than signs, for they are areas. */
export const barColours: Readonly<Record<Lamp, string>> = {
  red: '#c8382d',
  yellow: '#c78500',
  green: '#2f8f57',
  blue: '#2f74b8',
};

/** A lamp as colour, shape and word. */
export function lampMark({ labels }: Page, lamp: Lamp | null): Markup {
  if (lamp === null) return html`${absent}`;
  return html`<span class="mark ${lamp}"><span aria-hidden="true">${lampShapes[lamp]}</span> ${labels.lamp[lamp]}</span>`;
}

type Severity = keyof typeof severityShapes;

const severityClass: Readonly<Record<Severity, string>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'blue',
  undecidable: 'grey',
};

/** A severity as colour, shape and word. */
export function severityMark({ labels }: Page, severity: Severity): Markup {
  return html`<span class="mark ${severityClass[severity]}"><span aria-hidden="true">${severityShapes[severity]}</span> ${labels.severity[severity]}</span>`;
}

type State = keyof typeof stateShapes;

const stateClass: Readonly<Record<State, string>> = {
  passed: 'green',
  returned: 'red',
  explain: 'yellow',
  missing: 'grey',
  unread: 'red',
};

/** The state of a unit as colour, shape and word. */
export function stateMark({ labels }: Page, state: State): Markup {
  return html`<span class="mark ${stateClass[state]}"><span aria-hidden="true">${stateShapes[state]}</span> ${labels.state[state]}</span>`;
}
