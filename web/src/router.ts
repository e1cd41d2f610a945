import { createRouter, createWebHistory } from 'vue-router'
import OverviewPage from './pages/OverviewPage.vue'

export const makeRouter = () =>
  createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', name: 'overview', component: OverviewPage },
      { path: '/regions', name: 'regions', component: () => import('./pages/RegionsPage.vue') },
      { path: '/industries', name: 'industries', component: () => import('./pages/IndustryPage.vue') },
      { path: '/issues', name: 'issues', component: () => import('./pages/IssuePage.vue') },
      { path: '/deadlines', name: 'deadlines', component: () => import('./pages/DeadlinesPage.vue') },
      { path: '/ranking', name: 'ranking', component: () => import('./pages/RankingPage.vue') },
      { path: '/findings', name: 'flags', component: () => import('./pages/FlagsPage.vue') },
      { path: '/cases', name: 'cases', component: () => import('./pages/CasesPage.vue') },
      {
        path: '/wall',
        name: 'wall',
        component: () => import('./pages/WallPage.vue'),
        meta: { bare: true },
      },
      { path: '/explore', name: 'explore', component: () => import('./pages/ExplorePage.vue') },
      { path: '/data', name: 'loads', component: () => import('./pages/LoadsPage.vue') },
      { path: '/definitions', name: 'glossary', component: () => import('./pages/GlossaryPage.vue') },
      { path: '/gallery', name: 'gallery', component: () => import('./pages/GalleryPage.vue') },
      { path: '/rewards', name: 'rewards', component: () => import('./pages/RewardsPage.vue') },
      { path: '/:rest(.*)*', name: 'notFound', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
