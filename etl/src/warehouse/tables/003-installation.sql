-- Whose data this is; the metadata database carries the same. Batch numbers mean nothing without it.
CREATE TABLE IF NOT EXISTS installation {onCluster}
(
  id      String,
  office  String
)
ENGINE = {MergeTree}
ORDER BY id;
