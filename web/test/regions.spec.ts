import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { url } from './address'

const picture = (page: Page) => page.getByTestId('map-picture').first()
const area = (page: Page, name: string) => picture(page).locator('svg text', { hasText: name }).first()

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(url(`/regions${query}`))
  await expect(area(page, '凤山')).toBeVisible()
}

test('the map filters the rest of the page, by click, by keyboard and by a line around areas', async ({
  page,
}) => {
  await open(page)
  await expect(page.getByTestId('map-note')).toHaveText('示意图，不作为划界依据')
  await area(page, '白马').click()
  await expect(page.getByTestId('chip-region1')).toContainText('白马镇')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('chip-region1')).toHaveCount(0)

  await picture(page).focus()
  await page.keyboard.press('Home')
  await expect(picture(page).locator('[aria-live]')).toContainText('凤山街道')
  await page.keyboard.press('ArrowLeft')
  await expect(picture(page).locator('[aria-live]')).toContainText('芙蓉街道')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('chip-region1')).toContainText('芙蓉街道')

  await page.getByTestId('around').click()
  const box = await picture(page).boundingBox()
  if (!box) throw new Error('no picture')
  const corners: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ]
  await page.mouse.move(box.x + 2, box.y + 2)
  await page.mouse.down()
  for (const [x, y] of corners)
    await page.mouse.move(box.x + 2 + x * (box.width - 4), box.y + 2 + y * (box.height - 4))
  await page.mouse.up()
  await expect(page.getByTestId('chip-region1')).toContainText('26项')
})

test('a year is played without asking for anything, and the address brings the same map again', async ({
  page,
}) => {
  await open(page, '?view=yearAgo')
  await expect(page.getByTestId('trend-map').locator('h2')).toContainText('较同期变化')
  await expect(page.getByTestId('months')).toHaveAttribute('max', '12')
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.postData() ?? ''))
  await page.getByTestId('play').click()
  const shown = page.getByTestId('shown-period')
  const first = await shown.innerText()
  await expect(shown).not.toHaveText(first)
  await page.getByTestId('play').click()
  expect(asked.filter((body) => body.includes('metrics'))).toEqual([])
  await expect(page).toHaveURL(/month=\d{4}-\d{2}/)
  const [period, title] = [
    await shown.innerText(),
    await page.getByTestId('trend-map').locator('h2').innerText(),
  ]
  await page.reload()
  await expect(shown).toHaveText(period)
  await expect(page.getByTestId('trend-map').locator('h2')).toHaveText(title)
})

test('clusters in space and time are a layer that the address keeps, and say so where there are none', async ({
  page,
}) => {
  await open(page)
  await page.getByTestId('map-clusters').click()
  await expect(page).toHaveURL(/clusters=on/)
  const list = page.getByTestId('cluster-list')
  await expect(list).toContainText('时空聚集')
  await expect(list.locator('li, p[role="status"]').first()).toBeVisible()
  await expect(list).not.toContainText('正在取')
  await page.reload()
  await expect(page.getByTestId('map-clusters')).toHaveAttribute('aria-pressed', 'true')
  await expect(list).toBeVisible()
  await page.getByTestId('map-clusters').click()
  await expect(list).toHaveCount(0)
  await expect(page).not.toHaveURL(/clusters=/)
})

test('one goes down to the villages of a town and back up, and two periods stand side by side', async ({
  page,
}) => {
  await open(page)
  await area(page, '凤山').dblclick()
  await expect(area(page, '油坊社区')).toBeVisible()
  await expect(page.getByTestId('map-trail')).toContainText('凤山街道')
  await page.getByTestId('map-trail').getByRole('button').first().click()
  await expect(area(page, '白马')).toBeVisible()
  await page.getByTestId('beside-yearAgo').click()
  await expect(page.getByTestId('map-picture')).toHaveCount(2)
  await expect(page.getByTestId('trend-map').locator('figcaption')).toContainText(['2026年', '2025年'])
  const { violations } = await new AxeBuilder({ page }).include('[data-testid="trend-map"]').analyze()
  expect(violations).toEqual([])
})

/** Squares around the tiles: no place in the world, but what a boundary file looks like. */
async function boundaries(page: Page, leaveOut = 0): Promise<Buffer> {
  const answer = await page.request.post(url('/graphql'), {
    data: { query: '{ members(dimension: region1) { code name seat { lon lat } } }' },
  })
  const { data } = (await answer.json()) as {
    data: { members: { code: string; name: string; seat: { lon: number; lat: number } | null }[] }
  }
  const features = data.members
    .filter(({ code }) => code !== '')
    .slice(leaveOut)
    .map(({ code, name, seat }) => {
      const [x, y] = [seat?.lon ?? 0, seat?.lat ?? 0]
      const corners = [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
        [-1, -1],
      ]
      const ring = corners.map(([dx = 0, dy = 0]) => [x + dx * 0.02, y + dy * 0.02])
      return {
        type: 'Feature',
        properties: { code, name },
        geometry: { type: 'Polygon', coordinates: [ring] },
      }
    })
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }))
}

test('boundaries are uploaded, drawn at once with their review number, and taken off again', async ({
  page,
}) => {
  await open(page)
  await expect(page.getByTestId('above-map')).toContainText('武隆区在重庆市的位置')
  await page.getByTestId('map-keeper').locator('summary').click()
  const form = page.getByTestId('map-upload')
  const put = async (buffer: Buffer) => {
    await form
      .locator('input[type=file]')
      .setInputFiles({ name: '武隆.geojson', mimeType: 'application/geo+json', buffer })
    await form.getByTestId('map-coordinates').selectOption('CGCS2000')
    await form.getByPlaceholder('渝S(2024)001号').fill('渝S(2024)001号')
    await form.getByPlaceholder('提供单位').fill('测试用方块')
    await form.getByRole('button', { name: '检查并启用' }).click()
  }
  await put(await boundaries(page, 1))
  await expect(page.getByTestId('map-problems')).toContainText('凤山街道（500156001）')
  await put(await boundaries(page))
  await expect(page.getByTestId('map-put')).toContainText('26个区域')
  await expect(page.getByTestId('map-note')).toHaveText('渝S(2024)001号')
  await expect(page.getByTestId('layout-polygons')).toHaveAttribute('aria-pressed', 'true')
  await page.getByTestId('kept-region1').getByRole('button').click()
  await expect(page.getByTestId('map-note')).toHaveText('示意图，不作为划界依据')
})

test('the map of the level above is not loaded by pages that do not draw it', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto(url('/'))
  await expect(page.getByTestId('card-received')).toBeVisible()
  expect(loaded.filter((each) => each.includes('/maps/') || each.includes('RegionsPage'))).toEqual([])
})

test('a map of hundreds of areas is painted, and tells, marks and picks the one that is pointed at', async ({
  page,
}) => {
  const [ACROSS, DOWN] = [30, 11]
  await page.route('**/graphql', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.json()) as { data?: { region1?: object[] } }
    const [pattern] = body.data?.region1 ?? []
    if (pattern && 'tile' in pattern)
      for (let at = 0; at < ACROSS * DOWN; at += 1)
        body.data?.region1?.push({
          ...{ ...pattern, code: `9${at}`, name: `试区${at}`, parent: null },
          tile: { __typename: 'Tile', x: 10 + (at % ACROSS), y: Math.floor(at / ACROSS) },
        })
    await route.fulfill({ response: answer, json: body })
  })
  await page.goto(url('/regions?layout=tiles'))
  const canvas = picture(page).locator('canvas')
  await expect(canvas).toBeVisible()
  const box = await canvas.boundingBox()
  if (!box) throw new Error('no canvas')
  // In the middle of the last column: the map is as wide as its picture, and forty areas wide.
  const [x, y] = [box.x + box.width * (1 - 0.5 / 40) - 6, box.y + box.height / 2]
  const said = page.getByTestId('said')
  await page.mouse.move(x, y)
  await expect(said).toContainText(/试区\d+/)
  const name = /试区\d+/.exec(await said.innerText())?.[0] ?? ''
  await expect(picture(page).locator('path.hovered')).toHaveCount(1)
  await page.mouse.move(box.x + 1, box.y + 1)
  await expect(said).toHaveCount(0)
  await picture(page).focus()
  await page.keyboard.press('End')
  await expect(picture(page).locator('[aria-live]')).toContainText(`试区${ACROSS * DOWN - 1}`)
  await page.mouse.click(x, y)
  await expect(page.getByTestId('chip-region1')).toContainText(name)
  await page.unrouteAll({ behavior: 'ignoreErrors' })
})
