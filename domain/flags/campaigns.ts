import type { Campaign, Signal } from './signal.js'

/** A campaign matters where it lies in the days that made the signal. */
const MOST_RECENT = 31

/**
 * The campaigns that ran while a change was seen, in its place and sector: more may be reported because more is asked for.
 * What is a stock of a year, or a report by itself, is none of their doing.
 */
export function campaignsOf(
  { from, to, place, word }: Pick<Signal, 'from' | 'to' | 'place' | 'word'>,
  campaigns: readonly Campaign[],
): string[] {
  if (word === 'typical' || word === 'concentrated' || word === 'lead') return []
  return campaigns
    .filter(
      (campaign) =>
        campaign.from <= to &&
        campaign.to >= Math.max(from, to - MOST_RECENT) &&
        (campaign.region === 0 || place.region === 0 || campaign.region === place.region) &&
        (campaign.industry === 0 || campaign.industry === place.industry),
    )
    .map(({ text }) => text)
}
