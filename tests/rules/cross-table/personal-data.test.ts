import { personalData } from '../../../rules/cross-table/personal-data.ts';
import { testRule } from '../../support/test-rule.ts';

testRule(personalData, {
  passes: {
    'no numbers of persons': { T17: [{}] },
    'eleven digits that are no mobile number': { T17: [{ result: '支付12013800138元' }] },
    'an amount or area of eleven digits': {
      T17: [{ goal: '支付13800138000.00元', result: '投资13800138000元，绿化13800138000平方米' }],
    },
    'an identity number whose check digit is wrong': { T17: [{ result: '身份证110101199003070010' }] },
    'a card number whose check digit is wrong': { T17: [{ result: '卡号6222020200112233442' }] },
    'a project code of 21 digits': { T17: [{ result: '见项目110000230000138001380' }] },
    'a contact of the form': { T05: { rows: [{}], form: { phone: '13800138000' } } },
  },
  fails: {
    'a mobile number': {
      T17: [{ result: '联系张某13800138000' }],
      findings: ['warning 目标实现!D6: 「实现情况」中有手机号 138****8000（此处已脱敏）。'],
    },
    'a mobile number with the code of the country': {
      T17: [{ result: '联系张某+8613800138000' }],
      findings: ['warning 目标实现!D6: 「实现情况」中有手机号 138****8000（此处已脱敏）。'],
    },
    'an identity number': {
      T17: [{ result: '身份证11010119900307002X' }],
      findings: ['warning 目标实现!D6: 「实现情况」中有身份证号 110*************2X（此处已脱敏）。'],
    },
    'a bank card in groups': {
      T17: [{ result: '卡号4111 1111 1111 1111' }],
      findings: ['warning 目标实现!D6: 「实现情况」中有银行卡号 4111********1111（此处已脱敏）。'],
    },
    'two mobile numbers side by side': {
      T17: [{ result: '13800138000 13900139000' }],
      findings: [
        'warning 目标实现!D6: 「实现情况」中有手机号 138****8000、手机号 139****9000（此处已脱敏）。',
      ],
    },
  },
});
