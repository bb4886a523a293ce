import { createServer } from 'node:http'
import { Controller, Get, Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import supertest from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { GDPR_GUARD, GdprGuardModule, gdprGuard } from '../../src/adapters/nest.ts'
import { createGuard, type Guard } from '../../src/guard.ts'
import { currentScope, liveScopes } from '../../src/pipeline/index.ts'

let guard: Guard

afterEach(async () => {
  await guard.close()
  expect(liveScopes()).toBe(0)
})

/** An application whose routes tell whether they run in a scope of the guard. */
function appModule(imports: ReturnType<typeof GdprGuardModule.forRoot>[]): new () => object {
  class AppController {
    scoped() {
      return String(currentScope()?.owner === guard.pipeline.opener)
    }
  }
  Controller()(AppController)
  const method = Object.getOwnPropertyDescriptor(AppController.prototype, 'scoped')!
  Get(['/', 'deep/path/:id'])(AppController.prototype, 'scoped', method)
  class AppModule {}
  Module({ imports, controllers: [AppController] })(AppModule)
  return AppModule
}

describe('gdprGuard in NestJS', () => {
  it('as a module guards every route, below a prefix too, and says nothing at start', async () => {
    guard = createGuard({ mode: 'explicit' })
    const warnings: unknown[] = []
    const quiet = () => undefined
    const logger = { log: quiet, error: quiet, warn: (message: unknown) => warnings.push(message) }
    const app = await NestFactory.create(appModule([GdprGuardModule.forRoot(guard)]), { logger })
    app.setGlobalPrefix('v1')
    await app.init()
    const server = createServer(app.getHttpAdapter().getInstance())
    for (const path of ['/v1', '/v1/deep/path/7']) expect((await supertest(server).get(path)).text).toBe('true')
    expect(app.get(GDPR_GUARD)).toBe(guard)
    expect(warnings).toEqual([])
    await app.close()
  })

  it('as a middleware guards every route', async () => {
    guard = createGuard({ mode: 'explicit' })
    const app = await NestFactory.create(appModule([]), { logger: false })
    app.use(gdprGuard(guard))
    await app.init()
    expect((await supertest(app.getHttpServer()).get('/deep/path/7')).text).toBe('true')
    await app.close()
  })

  it('checks its options when it is mounted', () => {
    guard = createGuard({ mode: 'explicit' })
    for (const mount of [gdprGuard, GdprGuardModule.forRoot]) {
      expect(() => mount({ profil: 'strict' } as never)).toThrow(/did you mean `profile`/)
    }
  })
})
