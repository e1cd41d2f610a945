import type { Text } from '../model.js'

/** The notice's item on which a definition rests. */
export const item = (number: number): Text => ({
  zh: `武隆安委办通知第${number}项`,
  en: `Notice of the Wulong safety commission office, item ${number}`,
})

export const BULLETIN_2016: Text = {
  zh: '原国家安监总局2016年一季度通报口径',
  en: 'Definition of the former State Administration of Work Safety, bulletin of Q1 2016',
}

export const BULLETIN_2023: Text = {
  zh: '应急管理部2023年通报口径',
  en: 'Definition of the Ministry of Emergency Management, bulletin of 2023',
}
