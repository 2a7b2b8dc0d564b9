import { foldText } from './label.ts';

/**
 * Whether a result says that its goal was not reached: 项目未实施, 目标未完成, 支出进度未达到要求. Money that was not released
 * or spent is a reason, no result; what is denied (未发生安全事故) is none either.
 */
export function saysUnmet(result: string): boolean {
  return /(?:未|没有|尚未|没)(?:能)?(?:如期|按期|按时|全部|完全)?(?:实施|开展|完成|实现|启动|开工|达到|达标|达成)/.test(
    foldText(result),
  );
}
