import { describe, expect, it } from 'vitest'
import { CsvFault, csvRecords } from './csv-records.js'

async function records(chunks: readonly string[], delimiter = ','): Promise<string[][]> {
  const all: string[][] = []
  const stream = (async function* () {
    yield* await Promise.resolve(chunks)
  })()
  for await (const some of csvRecords(stream, delimiter)) all.push(...some.map(({ cells }) => [...cells]))
  return all
}

const TEXT = `\ufeffa,b,c\r\n1,"x ""y"", z","line 1\r\nline 2"\n,,\r\n\n"汉,字",,""\n`
const EXPECTED = [
  ['a', 'b', 'c'],
  ['1', 'x "y", z', 'line 1\r\nline 2'],
  ['', '', ''],
  ['汉,字', '', ''],
]

describe('csvRecords', () => {
  it('reads quotes, doubled quotes, breaks inside cells, empty cells and every line end', async () => {
    expect(await records([TEXT])).toEqual(EXPECTED)
  })

  it('gives the same records wherever the text is cut', async () => {
    for (let first = 0; first <= TEXT.length; first++) {
      for (let second = first; second <= TEXT.length; second += 3) {
        const chunks = [TEXT.slice(0, first), TEXT.slice(first, second), TEXT.slice(second)]
        expect(await records(chunks), `cut at ${first} and ${second}`).toEqual(EXPECTED)
      }
    }
  })

  it('knows the line on which each record begins, whatever breaks and empty lines are before it', async () => {
    const text = 'a,b\r\n1,"x\r\ny"\r\n\r\n2,3\r\n\r\n\r\n4,"p\nq\nr"\n5,6\n'
    const lines: number[] = []
    const stream = (async function* () {
      yield* await Promise.resolve([text])
    })()
    for await (const some of csvRecords(stream, ',')) lines.push(...some.map(({ rowNo }) => rowNo))
    expect(lines).toEqual([1, 2, 5, 8, 11])
    await expect(records([`${text}7,"x\n`])).rejects.toEqual(new CsvFault('unclosed', 12))
  })

  it('reads a last record without a line end, lone carriage returns and other delimiters', async () => {
    expect(await records(['a;b\rc;d'], ';')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
    expect(await records(['a\tb,c\n'], '\t')).toEqual([['a', 'b,c']])
  })

  it('names the line of a quote that is never closed, and of one in the wrong place', async () => {
    await expect(records(['a,b\n1,2\n"x,y\n3,4\n'])).rejects.toEqual(new CsvFault('unclosed', 3))
    await expect(records(['a,b\n1,in"ch\n'])).rejects.toEqual(new CsvFault('misplaced', 2))
    await expect(records(['a,b\n"1"x,2\n'])).rejects.toEqual(new CsvFault('misplaced', 2))
  })

  it('gives up on an unclosed quote before it has read a large file into memory', async () => {
    const chunk = 'x,'.repeat(300_000)
    await expect(records(['"', chunk, chunk, chunk, chunk])).rejects.toEqual(new CsvFault('unclosed', 1))
  })
})
