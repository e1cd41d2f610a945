/** Apart, so that it is loaded only by those who want it: it brings the colours of every component. */
export { darkTheme } from 'naive-ui'
