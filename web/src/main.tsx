import './styles/index.css'
import { render } from 'solid-js/web'
import { App } from './app.tsx'
import { applyStoredTheme } from './session/theme.ts'

applyStoredTheme()
const root = document.getElementById('app')
if (root) render(() => <App />, root)
