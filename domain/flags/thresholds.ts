/** How many a false alarm of the level 提醒 may be in a year, of the whole office, and what 关注 begins with. */
export interface Budget {
  /** False alarms of the level 提醒 in a year, all families together. */
  readonly alertsPerYear: number
  /** The same of 关注 and 提醒 together. */
  readonly watchesPerYear: number
}

/** What the rules are set to: data of the office, each number to be agreed by it. */
export interface FlagThresholds {
  /** A further report of one reporter on one enterprise and issue within so many days is not counted; 0: all are. */
  readonly onceInDays: number
  readonly budget: Budget
  /** 苗头性: a window of days against those before it, or the last whole weeks where the series is long enough. */
  readonly emerging: {
    readonly windowDays: number
    /** Windows before it that are its baseline. */
    readonly baselineWindows: number
    readonly leastCases: number
    readonly leastReporters: number
    /** From so many in the baseline on it is no sprout any more but an increase of what is known. */
    readonly sproutBelow: number
    /** P of so many or more by chance is below, of the cell alone. */
    readonly p: number
    /** A series is long with so many whole years of history and so many cases in the last 52 weeks. */
    readonly longYears: number
    readonly longCases: number
    /** Weeks that are judged together in a long series. */
    readonly weeks: number
  }
  /** 倾向性: a steady rise over months. */
  readonly tendency: {
    readonly leastMonths: number
    readonly seasonalMonths: number
    readonly p: number
    readonly q: number
    /** Last three months ÷ the same of last year. */
    readonly ratio: number
    /** Sen slope of a year ÷ the mean, at least. */
    readonly slopeOfMean: number
    readonly leastCases: number
  }
  /** 集中 and 倾向性 by disproportion, over a year. */
  readonly concentrated: {
    readonly quotient: number
    readonly lowerQuotient: number
    readonly leastCases: number
    readonly q: number
    readonly leastEnterprises: number
  }
  /** 典型性: many places, many units, proven; over a year. */
  readonly typical: {
    readonly leastCases: number
    readonly coverage: number
    readonly leastRegions: number
    readonly leastEnterprises: number
    readonly entropy: number
    readonly provenLower: number
    readonly reportersPerCase: number
  }
  /** Combinations: of a sector or an area with an issue. */
  readonly combination: {
    readonly leastCases: number
    readonly q: number
    readonly effectiveEnterprises: number
    readonly quarters: number
  }
  /** A cluster in space and time. */
  readonly cluster: {
    readonly days: number
    readonly longest: number
    readonly replications: number
    readonly leastCases: number
    readonly fraction: number
  }
  /** 重要线索. */
  readonly lead: {
    readonly enterpriseDays: number
    readonly enterpriseReports: number
    readonly enterpriseReporters: number
    readonly relapseDays: number
    /** Single reports stay leads so many days. */
    readonly freshDays: number
  }
  /** 异常举报: one reporter, many enterprises, nothing proven. */
  readonly abnormal: {
    readonly days: number
    readonly reports: number
    readonly enterprises: number
  }
}

/** The proposals of an office that says nothing else; where they come from stands beside each in flags.yaml. */
export const PROPOSED: FlagThresholds = {
  onceInDays: 90,
  budget: { alertsPerYear: 1, watchesPerYear: 6 },
  emerging: {
    windowDays: 30,
    baselineWindows: 12,
    leastCases: 3,
    leastReporters: 2,
    sproutBelow: 10,
    p: 0.001,
    longYears: 3,
    longCases: 100,
    weeks: 1,
  },
  tendency: {
    leastMonths: 6,
    seasonalMonths: 24,
    p: 0.05,
    q: 0.1,
    ratio: 1.3,
    slopeOfMean: 0.1,
    leastCases: 12,
  },
  concentrated: { quotient: 1.5, lowerQuotient: 1.5, leastCases: 5, q: 0.05, leastEnterprises: 3 },
  typical: {
    leastCases: 10,
    coverage: 0.6,
    leastRegions: 5,
    leastEnterprises: 3,
    entropy: 0.5,
    provenLower: 0.3,
    reportersPerCase: 0.6,
  },
  combination: { leastCases: 10, q: 0.05, effectiveEnterprises: 3, quarters: 3 },
  cluster: { days: 90, longest: 30, replications: 999, leastCases: 5, fraction: 0.5 },
  lead: {
    enterpriseDays: 90,
    enterpriseReports: 3,
    enterpriseReporters: 2,
    relapseDays: 180,
    freshDays: 30,
  },
  abnormal: { days: 30, reports: 6, enterprises: 5 },
}
