import { type Fact, figureOf } from '../../model/facts.ts';
import { placeOf } from '../../model/submission.ts';
import type { Text } from '../../model/text.ts';
import { type AnnexDesk, claims, claimTerm, type Section, sheetsOf } from './desk.ts';
import { type Computed, countLines, persons, rateLines } from './line.ts';

/** 人员编制 (cover of T11): posts, staff, the control ratio, and who is paid beyond the staff. */
export function staffingSection(desk: AnnexDesk): Section {
  const about = (code: 'posts' | 'staff' | 'supported') => claims(desk, code, desk.year);
  const [posts, staff] = [onCover(desk, 'posts'), onCover(desk, 'staff')];
  const [knownPosts, knownStaff] = [posts ?? told(about('posts')), staff ?? told(about('staff'))];
  return {
    code: 'staffing',
    title: { zh: '人员编制', en: 'Posts and staff' },
    needs: ['T11'],
    lines: [
      ...countLines({ zh: '编制数', en: 'Authorized posts' }, persons, posts, about('posts')),
      ...countLines({ zh: '在编人数', en: 'Established staff' }, persons, staff, about('staff')),
      ...rateLines(
        { zh: '在职人员控制率（在编 ÷ 编制）', en: 'Staff over posts' },
        knownPosts === null || knownStaff === null || knownPosts.value <= 0
          ? null
          : {
              part: knownStaff.value,
              whole: knownPosts.value,
              trace: `${knownStaff.trace} ÷ ${knownPosts.trace}`,
              where: [...knownStaff.where, ...knownPosts.where],
            },
        [],
        { note: overNote(knownPosts, knownStaff) },
      ),
      ...countLines(
        { zh: '财政供养人数', en: 'Publicly-funded headcount' },
        persons,
        null,
        about('supported'),
        {
          note: beyondNote(knownStaff, told(about('supported'))),
        },
      ),
    ],
  };
}

function onCover(desk: AnnexDesk, field: 'posts' | 'staff'): Computed | null {
  for (const { form } of sheetsOf(desk, 'T11')) {
    const value = form.values[field];
    if (typeof value !== 'number') continue;
    const place = placeOf(form, field);
    return { value, trace: `${place.cell ?? ''} ${value}`, where: [place] };
  }
  return null;
}

function told(facts: readonly Fact[]): Computed | null {
  const fact = facts.find((one) => figureOf(one) !== null);
  if (fact === undefined) return null;
  return { value: figureOf(fact) ?? 0, trace: claimTerm(fact), where: [placeOf(fact.row, 'value')] };
}

function overNote(posts: Computed | null, staff: Computed | null): Text | null {
  if (posts === null || staff === null || staff.value <= posts.value) return null;
  const over = staff.value - posts.value;
  return {
    zh: `超过 100%，在编比编制多 ${over} 人，请核对口径。`,
    en: `Above 100 %: ${over} more than posts.`,
  };
}

function beyondNote(staff: Computed | null, supported: Computed | null): Text | null {
  if (staff === null || supported === null || staff.value === supported.value) return null;
  const more = supported.value - staff.value;
  return {
    zh: `比在编人数${more > 0 ? '多' : '少'} ${Math.abs(more)} 人，请说明口径。`,
    en: `${Math.abs(more)} ${more > 0 ? 'more' : 'fewer'} than the established staff.`,
  };
}
