import type { Persona, Personas } from '../access/personas.js'
import { ROLES, type RoleId } from '../access/roles.js'
import type { Locale } from '../office/member-lists.js'
import { MARK, escape, page } from './page.js'

const TEXTS = {
  zh: {
    product: '烽燧',
    demo: '演示数据',
    title: '以哪个角色查看？',
    lead: '不同角色看到的内容不同：有的看全区，有的只看本单位。请选一个；进入后可随时在右上角换个角色。',
    wrong: '请选择一个角色，部门和乡镇（街道）还要选择单位。',
    enter: '进入系统',
    back: '返回',
  },
  en: {
    product: 'Fengsui',
    demo: 'Demonstration',
    title: 'Who are you today?',
    lead: 'What is shown depends on the role: the whole district, or the own unit only. Choose one; it can be changed later at the top right.',
    wrong: 'Choose a role, and a unit where the role has one.',
    enter: 'Enter',
    back: 'Back',
  },
} as const satisfies Record<Locale, object>

const STYLE = `
main{max-width:760px;margin:0 auto;padding:6vh 20px 48px}
header{display:flex;align-items:center;gap:10px;margin-bottom:28px}
header strong{font-size:20px;letter-spacing:2px}
header span{min-width:0;color:var(--muted);font-size:14px}
.badge{padding:0 8px;border:1px solid var(--alarm);border-radius:3px;color:var(--alarm);font-size:12px;line-height:20px;white-space:nowrap}
.lead{margin:6px 0 20px;color:var(--muted)}
.wrong{margin:0 0 16px;color:var(--alarm)}
fieldset{display:grid;grid-template-columns:1fr 1fr;gap:12px;margin:0;padding:0;border:0;min-width:0}
legend{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.role{display:grid;grid-template-columns:auto 1fr;align-content:start;gap:2px 10px;min-width:0;padding:14px 16px;border:1px solid var(--line);border-radius:8px;background:var(--panel);cursor:pointer}
.role:last-child:nth-child(even){grid-column:1/-1}
.role:hover{border-color:var(--accent)}
.role:has(input:checked){border-color:var(--accent);background:var(--soft);box-shadow:inset 0 0 0 1px var(--accent)}
.role:has(input:focus-visible){outline:2px solid var(--accent);outline-offset:2px}
.role input{width:17px;height:17px;margin:4px 0 0;accent-color:var(--accent);outline:none}
.role b{font-size:16px;line-height:25px}
.role small{grid-column:2;color:var(--muted);font-size:13px;line-height:1.6}
.role:has(input:checked) small{color:var(--text)}
select{grid-column:2;width:100%;min-width:0;margin-top:8px;padding:7px 8px;border:1px solid var(--line);border-radius:5px;background:var(--panel);color:inherit;font:inherit}
select:focus-visible,button:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
@supports selector(:has(*)){.role:not(:has(input:checked)) select{display:none}}
footer{display:flex;align-items:center;gap:20px;margin-top:24px}
button{padding:9px 36px;border:0;border-radius:6px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer}
button:hover{filter:brightness(1.1)}
a{color:var(--accent)}
@media(max-width:640px){main{padding:20px 14px 32px}header{flex-wrap:wrap;margin-bottom:18px}header span:not(.badge){order:3;flex-basis:100%}fieldset{grid-template-columns:1fr;gap:10px}footer{position:sticky;bottom:0;margin-top:14px;padding:10px 0;background:var(--page)}button{flex:1}}
`

/** What the page is about. */
export interface Choosing {
  readonly personas: Personas
  readonly locale: Locale
  /** The office's name. */
  readonly office: string
  /** The link's token that the choice uses up; null for somebody who is signed in already. */
  readonly token: string | null
  /** Chosen before anything is touched. */
  readonly chosen: Persona | null
  /** The last choice named nobody. */
  readonly wrong?: boolean
}

/** The page on which one chooses a role, and a unit where the role has one; it posts `role` and `<role>`. */
export function choosingPage(choosing: Choosing): string {
  const { locale, office, token, wrong } = choosing
  const text = TEXTS[locale]
  const roles = (Object.keys(ROLES) as RoleId[]).map((role) => roleHtml(role, choosing)).join('')
  const body = `<main>
<header>${MARK}<strong>${text.product}</strong><span>${escape(office)}</span><span class="badge">${text.demo}</span></header>
<form method="post" action="/signin">
${token === null ? '' : `<input type="hidden" name="token" value="${escape(token)}">`}
<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${wrong ? `<p class="wrong" role="alert">${text.wrong}</p>` : ''}
<fieldset><legend>${text.title}</legend>
${roles}</fieldset>
<footer><button>${text.enter}</button>${token === null ? `<a href="/">${text.back}</a>` : ''}</footer>
</form>
</main>`
  return page(locale, text.title, body, STYLE)
}

function roleHtml(role: RoleId, { personas, locale, chosen }: Choosing): string {
  const name = escape(personas.roleName(role, locale))
  const units = personas.unitsOf(role)
  // A role whose list is empty in this office has no holder.
  if (ROLES[role].unit !== null && units.length === 0) return ''
  const checked = (chosen?.role ?? 'office') === role ? ' checked' : ''
  const options = units.map((unit) => {
    const selected = chosen?.role === role && chosen.unit?.code === unit.code ? ' selected' : ''
    return `<option value="${escape(unit.code)}"${selected}>${escape(unit.name[locale])}</option>`
  })
  const select =
    units.length > 0 ? `<select name="${role}" aria-label="${name}">${options.join('')}</select>` : ''
  return `<label class="role"><input type="radio" name="role" value="${role}"${checked}><b>${name}</b><small>${escape(ROLES[role].description[locale])}</small>${select}</label>
`
}
