-- What the limits of signing, refusals and rewards are measured by, and who had a case when. Rows loaded before have no
-- value here: not known, not never.
-- transfers: to which unit a case went on which day, in order; unit '' = back to the office.
-- fatal: somebody died, so that the government has it checked and no unit's 60 days run.
ALTER TABLE case_versions {onCluster}
  ADD COLUMN IF NOT EXISTS signed_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS transfers Array(Tuple(day Date32, unit String)),
  ADD COLUMN IF NOT EXISTS extension_asked_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS paused_days UInt16,
  ADD COLUMN IF NOT EXISTS refusal_told_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS sign_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS refusal_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reward_notified_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reward_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS claim_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS fatal Bool;

ALTER TABLE cases {onCluster}
  ADD COLUMN IF NOT EXISTS signed_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS transfers Array(Tuple(day Date32, unit String)),
  ADD COLUMN IF NOT EXISTS extension_asked_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS paused_days UInt16,
  ADD COLUMN IF NOT EXISTS refusal_told_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS sign_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS refusal_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reward_notified_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reward_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS claim_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS fatal Bool,
  ADD INDEX IF NOT EXISTS sign_due_range sign_due_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS refusal_due_range refusal_due_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS reward_due_range reward_due_on TYPE minmax GRANULARITY 1;
