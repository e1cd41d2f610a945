-- Every row that ever came in, with what became of it: rows in = loaded + quarantined + duplicate.
-- `row_no` is where a person finds the row: the row of the sheet, or the line of the CSV on which it begins.
-- `raw` is the row as read, after identity columns were dropped or tokenised; '' for a duplicate that repeats a stored row.
CREATE TABLE IF NOT EXISTS source_rows {onCluster}
(
  batch           UInt32,
  row_no          UInt32,
  source          LowCardinality(String),
  source_case_no  String,
  upstream_case_no String,
  case_id         String,
  outcome         Enum8('loaded' = 1, 'quarantined' = 2, 'duplicate' = 3),
  reasons         Array(LowCardinality(String)),
  detail          String,
  content_hash    String,
  raw             String CODEC(ZSTD(3))
)
ENGINE = {MergeTree}
ORDER BY (batch, row_no);
