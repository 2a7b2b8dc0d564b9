import { gap } from '../../../fixtures/case.ts';
import { costPerVehicle } from '../../../rules/three-public-expenses/cost-per-vehicle.ts';
import { testRule } from '../../support/test-rule.ts';

const four = [{}, {}, {}, {}];

testRule(costPerVehicle, {
  passes: {
    'seven vehicles': { T09: [...four, { vehicles: '7' }, {}] },
    'exactly at the cap': { T09: [...four, { vehicles: '4辆', budget: 12 }, {}] },
    'no vehicles and no costs': { T09: [...four, { vehicles: '0', budget: 0, actual: 0 }, {}] },
    'the number on the line of all vehicles': { T09: [{}, {}, { vehicles: '７' }, {}, {}, {}] },
    'the number on a row of its own': {
      T09: [...four, {}, {}, { item: '公务用车保有量（辆）', budget: 7, actual: 7 }],
    },
    'each column by its own number': {
      T09: [...four, { budget: 12, actual: 9 }, {}, { item: '2.公务用车实有数（辆）', budget: 4, actual: 3 }],
    },
  },
  fails: {
    'too few vehicles on a row of their own': {
      T09: [...four, {}, {}, { item: '公务用车保有量（辆）', budget: 4, actual: null }],
      findings: [
        'notice 三公经费!D10: 公务用车运行维护费预算 12.15 万元，公务用车 4 辆，车均 3.04 万元，高于 3.00 万元。',
      ],
    },
    'no vehicles by a row of their own': {
      T09: [...four, {}, {}, { item: '公务用车保有量', budget: 0, actual: 0 }],
      findings: ['notice 三公经费!D10: 公务用车 0 辆，却有运行维护费预算 12.15 万元。'],
    },
    'just beyond the cap': {
      T09: [...four, { vehicles: '4', budget: 12.04 }, {}],
      findings: [
        'notice 三公经费!D10: 公务用车运行维护费预算 12.04 万元，公务用车 4 辆，车均 3.01 万元，高于 3.00 万元。',
      ],
    },
    'beyond the cap by less than is printed': {
      T09: [...four, { vehicles: '4', budget: 12.01 }, {}],
      findings: [
        'notice 三公经费!D10: 公务用车运行维护费预算 12.01 万元，公务用车 4 辆，车均 3.01 万元，高于 3.00 万元。',
      ],
    },
    'costs without vehicles': {
      T09: [...four, { vehicles: '0' }, {}],
      findings: ['notice 三公经费!D10: 公务用车 0 辆，却有运行维护费预算 12.15 万元。'],
    },
    'money spent on no vehicles, without a budget for it': {
      T09: [...four, { vehicles: '0', budget: 0, actual: 3 }, {}],
      findings: ['notice 三公经费!E10: 公务用车 0 辆，却有运行维护费执行 3.00 万元。'],
    },
  },
  undecidable: {
    'costs that cannot be read': {
      T09: { rows: [...four, { vehicles: '7', budget: gap('unreadable') }, {}], without: ['actual'] },
      because: ['三公经费!D10'],
    },
  },
  notApplicable: {
    'no number of vehicles': { T09: [...four, {}, {}] },
    'vehicles bought are not those that run': {
      T09: [...four, {}, {}, { item: '公务用车购置数（辆）', budget: 0, actual: 0 }],
    },
    'a row for the number that is left blank': {
      T09: [...four, {}, {}, { item: '公务用车保有量（辆）', budget: null, actual: null }],
    },
    'the one-row form': { T09: { tables: { matrix: [{}] } } },
  },
});
