-- What acceptance, assignment and replies are measured by. Rows loaded before have no value here: not known, not never.
-- accept_due_on, reply_due_on: the last day to decide on acceptance, and for the reply after closing. Null also where the
-- calendar of working days is not published yet.
-- contactable: a reply can reach the reporter.
ALTER TABLE case_versions {onCluster}
  ADD COLUMN IF NOT EXISTS assigned_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS returned_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS accept_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reply_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS contactable Bool;

-- merged_reports: how many reports of other sources were recognised as the same matter.
-- decided_on: the day of the decision on acceptance, whichever it was. What is computed here stands in current-state.ts too.
ALTER TABLE cases {onCluster}
  ADD COLUMN IF NOT EXISTS assigned_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS returned_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS accept_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS reply_due_on Nullable(Date32),
  ADD COLUMN IF NOT EXISTS contactable Bool,
  ADD COLUMN IF NOT EXISTS merged_reports UInt32,
  ADD COLUMN IF NOT EXISTS decided_on Nullable(Date32) MATERIALIZED coalesce(least(accepted_on, rejected_on), accepted_on, rejected_on),
  ADD INDEX IF NOT EXISTS rejected_range rejected_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS extended_range extended_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS replied_range replied_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS reward_decided_range reward_decided_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS reward_paid_range reward_paid_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS assigned_range assigned_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS returned_range returned_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS accept_due_range accept_due_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS reply_due_range reply_due_on TYPE minmax GRANULARITY 1,
  ADD INDEX IF NOT EXISTS decided_range decided_on TYPE minmax GRANULARITY 1;
