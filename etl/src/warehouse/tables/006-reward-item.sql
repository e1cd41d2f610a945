-- The item of the reward standard on which a reward rests, by its id in the office's rewards.yaml; '' where the source does
-- not say or names none of them. Rows loaded before have no value here: not known.
ALTER TABLE case_versions {onCluster}
  ADD COLUMN IF NOT EXISTS reward_item LowCardinality(String);

ALTER TABLE cases {onCluster}
  ADD COLUMN IF NOT EXISTS reward_item LowCardinality(String);
