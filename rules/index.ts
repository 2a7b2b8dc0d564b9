import { balanceIdentity } from './assets/balance-identity.ts';
import { financialRatioWrong } from './assets/financial-ratio-wrong.ts';
import { labelMismatch } from './assets/label-mismatch.ts';
import { monthChangeUnexplained } from './assets/month-change-unexplained.ts';
import { openingUnequalClosing } from './assets/opening-unequal-closing.ts';
import { rollForward } from './assets/roll-forward.ts';
import { staffing } from './assets/staffing.ts';
import { statedChangeWrong } from './assets/stated-change-wrong.ts';
import { basicAndProject } from './budget/basic-and-project.ts';
import { budgetRevised } from './budget/budget-revised.ts';
import { functionalIdentity } from './budget/functional-identity.ts';
import { fundMismatch } from './budget/fund-mismatch.ts';
import { notBalanced } from './budget/not-balanced.ts';
import { otherShare } from './budget/other-share.ts';
import { projectExceedsClass } from './budget/project-exceeds-class.ts';
import { revenueIdentity } from './budget/revenue-identity.ts';
import { sameAsLastYear } from './budget/same-as-last-year.ts';
import { shareWrong } from './budget/share-wrong.ts';
import { sharesNotWhole } from './budget/shares-not-whole.ts';
import { statedTwice } from './budget/stated-twice.ts';
import { wordingContradicted } from './budget/wording-contradicted.ts';
import { yearlyChangeUnexplained } from './budget/yearly-change-unexplained.ts';
import { advancesRatio } from './carry-over/advances-ratio.ts';
import { carryOverRatio } from './carry-over/carry-over-ratio.ts';
import { newAdvances } from './carry-over/new-advances.ts';
import { nothingCarriedYetReturned } from './carry-over/nothing-carried-yet-returned.ts';
import { residualIdentity } from './carry-over/residual-identity.ts';
import { surplusNotReturned } from './carry-over/surplus-not-returned.ts';
import { twoYearClawback } from './carry-over/two-year-clawback.ts';
import { amountsDiffer } from './cross-table/amounts-differ.ts';
import { claimsNoAlert } from './cross-table/claims-no-alert.ts';
import { completionOutsideYear } from './cross-table/completion-outside-year.ts';
import { mappedTwice } from './cross-table/mapped-twice.ts';
import { numberingGap } from './cross-table/numbering-gap.ts';
import { outputCountedTwice } from './cross-table/output-counted-twice.ts';
import { paidInFullAgainstLedger } from './cross-table/paid-in-full-against-ledger.ts';
import { personalData } from './cross-table/personal-data.ts';
import { projectListsDiffer } from './cross-table/project-lists-differ.ts';
import { statedCountAndRows } from './cross-table/stated-count-and-rows.ts';
import { targetAndResultAmounts } from './cross-table/target-and-result-amounts.ts';
import { typos } from './cross-table/typos.ts';
import { belowRegionalMean } from './direct-funds/below-regional-mean.ts';
import { deadlineNear } from './direct-funds/deadline-near.ts';
import { distributionLate } from './direct-funds/distribution-late.ts';
import { duplicateFund } from './direct-funds/duplicate-fund.ts';
import { fundCountMismatch } from './direct-funds/fund-count-mismatch.ts';
import { fundTagMissing } from './direct-funds/fund-tag-missing.ts';
import { paidLate } from './direct-funds/paid-late.ts';
import { perCapitaImplausible } from './direct-funds/per-capita-implausible.ts';
import { rateWithoutAmount } from './direct-funds/rate-without-amount.ts';
import { residualUnexplained } from './direct-funds/residual-unexplained.ts';
import { unspentAfterDeadline } from './direct-funds/unspent-after-deadline.ts';
import { assessmentCounts } from './ex-ante/assessment-counts.ts';
import { copiedElements } from './ex-ante/copied-elements.ts';
import { costUnequalRequest } from './ex-ante/cost-unequal-request.ts';
import { elementsIncomplete } from './ex-ante/elements-incomplete.ts';
import { quantityTimesPrice } from './ex-ante/quantity-times-price.ts';
import { rejectedButBudgeted } from './ex-ante/rejected-but-budgeted.ts';
import { requestWithoutAssessment } from './ex-ante/request-without-assessment.ts';
import { scoresWrong } from './ex-ante/scores-wrong.ts';
import { bandsUnequalTotal } from './monitoring/bands-unequal-total.ts';
import { boundIndicatorBreached } from './monitoring/bound-indicator-breached.ts';
import { combinedLamp } from './monitoring/combined-lamp.ts';
import { coverageGap } from './monitoring/coverage-gap.ts';
import { deviationWithoutCause } from './monitoring/deviation-without-cause.ts';
import { doneWithoutSpending } from './monitoring/done-without-spending.ts';
import { goalMoneyDivergence } from './monitoring/goal-money-divergence.ts';
import { goalNotQuantified } from './monitoring/goal-not-quantified.ts';
import { impossibleWithoutMeasure } from './monitoring/impossible-without-measure.ts';
import { optimisticPossibility } from './monitoring/optimistic-possibility.ts';
import { positiveIndicatorLamp } from './monitoring/positive-indicator-lamp.ts';
import { possibilityNotSingle } from './monitoring/possibility-not-single.ts';
import { qualitativeBand } from './monitoring/qualitative-band.ts';
import { remedyOverdue } from './monitoring/remedy-overdue.ts';
import { resultNotQuantified } from './monitoring/result-not-quantified.ts';
import { collectionOffPlan } from './non-tax/collection-off-plan.ts';
import { feesDenied } from './non-tax/fees-denied.ts';
import { lateRemittance } from './non-tax/late-remittance.ts';
import { nonTaxTotal } from './non-tax/non-tax-total.ts';
import { planChangeUnexplained } from './non-tax/plan-change-unexplained.ts';
import { statedDirectionWrong } from './non-tax/stated-direction-wrong.ts';
import { unplannedItem } from './non-tax/unplanned-item.ts';
import { assetBudgetMismatch } from './procurement/asset-budget-mismatch.ts';
import { contractOverBudget } from './procurement/contract-over-budget.ts';
import { farmProduceReserve } from './procurement/farm-produce-reserve.ts';
import { latePayment } from './procurement/late-payment.ts';
import { purchaseWithoutBudget } from './procurement/purchase-without-budget.ts';
import { sharesNotNested } from './procurement/shares-not-nested.ts';
import { smeShare } from './procurement/sme-share.ts';
import { classifiedRow } from './quality/classified-row.ts';
import { copiedNarrative } from './quality/copied-narrative.ts';
import { duplicateProject } from './quality/duplicate-project.ts';
import { duplicateSequence } from './quality/duplicate-sequence.ts';
import { fullWidthCharacters } from './quality/full-width-characters.ts';
import { invalidCode } from './quality/invalid-code.ts';
import { linesDifferFromTotal } from './quality/lines-differ-from-total.ts';
import { magnitudeJump } from './quality/magnitude-jump.ts';
import { malformedDate } from './quality/malformed-date.ts';
import { nearDuplicateName } from './quality/near-duplicate-name.ts';
import { negativeAmount } from './quality/negative-amount.ts';
import { nonStandardClassName } from './quality/non-standard-class-name.ts';
import { ofWhichExceedsParent } from './quality/of-which-exceeds-parent.ts';
import { precisionArtefact } from './quality/precision-artefact.ts';
import { requiredPlaceholder } from './quality/required-placeholder.ts';
import { sequenceGap } from './quality/sequence-gap.ts';
import { staleYear } from './quality/stale-year.ts';
import { textNumber } from './quality/text-number.ts';
import { unreadableNumber } from './quality/unreadable-number.ts';
import type { Rule } from './rule.ts';
import { bandCountsWrong } from './self-evaluation/band-counts-wrong.ts';
import { departmentScoreWrong } from './self-evaluation/department-score-wrong.ts';
import { deviationUnexplained } from './self-evaluation/deviation-unexplained.ts';
import { executionScoreWrong } from './self-evaluation/execution-score-wrong.ts';
import { fullMarksThoughMissed } from './self-evaluation/full-marks-though-missed.ts';
import { gradeContradictsScore } from './self-evaluation/grade-contradicts-score.ts';
import { inflatedSelfRating } from './self-evaluation/inflated-self-rating.ts';
import { lowExecutionUnexplained } from './self-evaluation/low-execution-unexplained.ts';
import { notApplicableScored } from './self-evaluation/not-applicable-scored.ts';
import { qualitativeScoreBand } from './self-evaluation/qualitative-score-band.ts';
import { quantitativeScoreWrong } from './self-evaluation/quantitative-score-wrong.ts';
import { scoreOutOfRange } from './self-evaluation/score-out-of-range.ts';
import { textForNumber } from './self-evaluation/text-for-number.ts';
import { totalScoreWrong } from './self-evaluation/total-score-wrong.ts';
import { weightProfile } from './self-evaluation/weight-profile.ts';
import { weightsUnequalHundred } from './self-evaluation/weights-unequal-hundred.ts';
import { adjustedBudgetIdentity } from './spending/adjusted-budget-identity.ts';
import { allotmentNotReleased } from './spending/allotment-not-released.ts';
import { behindTimeProgress } from './spending/behind-time-progress.ts';
import { cumulativeDecreased } from './spending/cumulative-decreased.ts';
import { executionLamp } from './spending/execution-lamp.ts';
import { explanationContradicted } from './spending/explanation-contradicted.ts';
import { explanationMissing } from './spending/explanation-missing.ts';
import { forecastUnderspend } from './spending/forecast-underspend.ts';
import { milestoneMissed } from './spending/milestone-missed.ts';
import { monthUnequalIncrease } from './spending/month-unequal-increase.ts';
import { noSpending } from './spending/no-spending.ts';
import { overallRateWrong } from './spending/overall-rate-wrong.ts';
import { overspend } from './spending/overspend.ts';
import { planUnequalBudget } from './spending/plan-unequal-budget.ts';
import { statedRateWrong } from './spending/stated-rate-wrong.ts';
import { varianceCountMismatch } from './spending/variance-count-mismatch.ts';
import { varianceFromPlan } from './spending/variance-from-plan.ts';
import { yearEndRush } from './spending/year-end-rush.ts';
import { zeroBudget } from './spending/zero-budget.ts';
import { amountUnitUnclear } from './structure/amount-unit-unclear.ts';
import { duplicateSubmission } from './structure/duplicate-submission.ts';
import { emptyTableUnexplained } from './structure/empty-table-unexplained.ts';
import { formulaError } from './structure/formula-error.ts';
import { hiddenData } from './structure/hidden-data.ts';
import { lateOrMissing } from './structure/late-or-missing.ts';
import { periodMismatch } from './structure/period-mismatch.ts';
import { requiredColumnMissing } from './structure/required-column-missing.ts';
import { signOffIncomplete } from './structure/sign-off-incomplete.ts';
import { totalRowMissing } from './structure/total-row-missing.ts';
import { uncalculatedFormula } from './structure/uncalculated-formula.ts';
import { unknownUnit } from './structure/unknown-unit.ts';
import { unreadableOrUnknown } from './structure/unreadable-or-unknown.ts';
import { accountTooLow } from './three-guarantees/account-too-low.ts';
import { contradictsLedger } from './three-guarantees/contradicts-ledger.ts';
import { executionLag } from './three-guarantees/execution-lag.ts';
import { guaranteesTotal } from './three-guarantees/guarantees-total.ts';
import { identicalPairs } from './three-guarantees/identical-pairs.ts';
import { latePayroll } from './three-guarantees/late-payroll.ts';
import { notPaidInFull } from './three-guarantees/not-paid-in-full.ts';
import { paymentOrder } from './three-guarantees/payment-order.ts';
import { tagMissing } from './three-guarantees/tag-missing.ts';
import { underBudgeted } from './three-guarantees/under-budgeted.ts';
import { actualOverBudget } from './three-public-expenses/actual-over-budget.ts';
import { changeUnexplained } from './three-public-expenses/change-unexplained.ts';
import { costPerVehicle } from './three-public-expenses/cost-per-vehicle.ts';
import { identicalFigures } from './three-public-expenses/identical-figures.ts';
import { mixedBasis } from './three-public-expenses/mixed-basis.ts';
import { narrativeDiffers } from './three-public-expenses/narrative-differs.ts';
import { noIncrease } from './three-public-expenses/no-increase.ts';
import { totalIdentity } from './three-public-expenses/total-identity.ts';
import { vehiclesIdentity } from './three-public-expenses/vehicles-identity.ts';

/** Every rule, in the order of the catalogue and of reports. */
export const rules: readonly Rule[] = [
  unreadableOrUnknown,
  requiredColumnMissing,
  amountUnitUnclear,
  periodMismatch,
  unknownUnit,
  totalRowMissing,
  signOffIncomplete,
  hiddenData,
  formulaError,
  uncalculatedFormula,
  duplicateSubmission,
  lateOrMissing,
  emptyTableUnexplained,
  textNumber,
  fullWidthCharacters,
  unreadableNumber,
  negativeAmount,
  malformedDate,
  sequenceGap,
  duplicateSequence,
  duplicateProject,
  nearDuplicateName,
  requiredPlaceholder,
  classifiedRow,
  linesDifferFromTotal,
  ofWhichExceedsParent,
  magnitudeJump,
  precisionArtefact,
  invalidCode,
  nonStandardClassName,
  copiedNarrative,
  staleYear,
  behindTimeProgress,
  executionLamp,
  milestoneMissed,
  varianceFromPlan,
  explanationMissing,
  explanationContradicted,
  overspend,
  planUnequalBudget,
  cumulativeDecreased,
  monthUnequalIncrease,
  statedRateWrong,
  noSpending,
  allotmentNotReleased,
  adjustedBudgetIdentity,
  yearEndRush,
  forecastUnderspend,
  overallRateWrong,
  zeroBudget,
  varianceCountMismatch,
  goalMoneyDivergence,
  positiveIndicatorLamp,
  boundIndicatorBreached,
  qualitativeBand,
  combinedLamp,
  deviationWithoutCause,
  impossibleWithoutMeasure,
  optimisticPossibility,
  possibilityNotSingle,
  coverageGap,
  bandsUnequalTotal,
  goalNotQuantified,
  resultNotQuantified,
  doneWithoutSpending,
  remedyOverdue,
  guaranteesTotal,
  underBudgeted,
  executionLag,
  notPaidInFull,
  paymentOrder,
  latePayroll,
  accountTooLow,
  identicalPairs,
  contradictsLedger,
  tagMissing,
  totalIdentity,
  vehiclesIdentity,
  noIncrease,
  actualOverBudget,
  identicalFigures,
  changeUnexplained,
  mixedBasis,
  costPerVehicle,
  narrativeDiffers,
  unspentAfterDeadline,
  paidLate,
  deadlineNear,
  distributionLate,
  rateWithoutAmount,
  belowRegionalMean,
  fundTagMissing,
  duplicateFund,
  perCapitaImplausible,
  residualUnexplained,
  fundCountMismatch,
  revenueIdentity,
  functionalIdentity,
  notBalanced,
  shareWrong,
  sharesNotWhole,
  fundMismatch,
  basicAndProject,
  yearlyChangeUnexplained,
  sameAsLastYear,
  projectExceedsClass,
  budgetRevised,
  wordingContradicted,
  statedTwice,
  otherShare,
  nonTaxTotal,
  planChangeUnexplained,
  collectionOffPlan,
  statedDirectionWrong,
  unplannedItem,
  feesDenied,
  lateRemittance,
  purchaseWithoutBudget,
  contractOverBudget,
  assetBudgetMismatch,
  smeShare,
  sharesNotNested,
  farmProduceReserve,
  latePayment,
  openingUnequalClosing,
  rollForward,
  monthChangeUnexplained,
  balanceIdentity,
  statedChangeWrong,
  financialRatioWrong,
  labelMismatch,
  staffing,
  twoYearClawback,
  residualIdentity,
  surplusNotReturned,
  newAdvances,
  advancesRatio,
  carryOverRatio,
  nothingCarriedYetReturned,
  weightsUnequalHundred,
  weightProfile,
  scoreOutOfRange,
  totalScoreWrong,
  executionScoreWrong,
  quantitativeScoreWrong,
  qualitativeScoreBand,
  deviationUnexplained,
  lowExecutionUnexplained,
  fullMarksThoughMissed,
  gradeContradictsScore,
  inflatedSelfRating,
  departmentScoreWrong,
  notApplicableScored,
  textForNumber,
  bandCountsWrong,
  elementsIncomplete,
  costUnequalRequest,
  quantityTimesPrice,
  requestWithoutAssessment,
  rejectedButBudgeted,
  assessmentCounts,
  scoresWrong,
  copiedElements,
  projectListsDiffer,
  amountsDiffer,
  targetAndResultAmounts,
  statedCountAndRows,
  outputCountedTwice,
  paidInFullAgainstLedger,
  claimsNoAlert,
  mappedTwice,
  completionOutsideYear,
  numberingGap,
  typos,
  personalData,
];
