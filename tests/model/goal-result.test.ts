import { expect, test } from '@jest/globals';
import { saysUnmet } from '../../pipeline/model/goal-result.ts';

test.each([
  '因资金未下达，项目未实施。',
  '目标未完成',
  '支出进度未达到要求；监督检查正常开展。',
  '工作尚未开展',
  '没有完成年度目标',
  '项目未能按期完工，任务未全部完成',
])('a goal was not reached: %s', (result) => {
  expect(saysUnmet(result)).toBe(true);
});

test.each([
  '完成绩效目标。',
  '资金未全部下达，已下达部分全部支出，任务完成。',
  '全年未发生安全事故',
  '未使用资金已交回',
])('a goal was reached for all it says: %s', (result) => {
  expect(saysUnmet(result)).toBe(false);
});
