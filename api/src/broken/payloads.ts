const OPENINGS = ["'", '"', '`', "\\'", "')", "']", '%', '\\', '}', '-- ', "'\t"] as const
const BODIES = [
  ' OR 1=1 --',
  ' OR true)--',
  ' UNION ALL SELECT reporter_token FROM cases--',
  ' SETTINGS readonly=0',
  ' FORMAT JSONEachRow',
  ' INTO OUTFILE 1',
  " OR region_1 LIKE '%",
  "), file('/etc/passwd')--",
  " IN url('http://127.0.0.1')--",
  "||remote('127.0.0.1','x')",
  ";executable('x','TSV','a String')",
  '; DROP TABLE cases; --',
  '{p0:String}',
  '{p1:Array(String)}',
  '/**/OR/**/1/*',
  ' AND sleep(3)--',
  '*/ OR 1=1',
  '%00%27',
  '\\x27 OR 1',
  '$1::text',
] as const
const ODD = [
  '_',
  '__',
  '%%',
  '.*',
  '^.*$',
  '(a+)+$',
  "''",
  '""',
  '\\\\',
  "\\\\'",
  '厂',
  '１＝１',
  '\u202e厂',
] as const

/** Texts that would mean something to a language of the stores, were they not taken for texts. Each is different. */
export const PAYLOADS: readonly string[] = [
  ...OPENINGS.flatMap((opening) => BODIES.map((body) => `${opening}${body}`)),
  ...ODD,
]
