import { testWays } from './ways'

describe('try', () =>
  testWays({
    'a handler is reached from each call, and from the start of the body': [
      `
        try:
            a()
            b()
        except E:
            c()
        d()
      `,
      ['a b d', 'a b! c d', 'a! c d', 'c d'],
    ],
    'what stands before it has been done wherever a handler is reached from': [
      `
        a()
        try:
            b()
        except E:
            c()
      `,
      ['a b', 'a b! c', 'a c'],
    ],
    'the head of a loop may fail in each round': [
      `
        try:
            while x:
                a()
        except E:
            b()
      `,
      ['no', 'b', 'yes a no', 'yes a b', 'yes a! b'],
    ],
    'what is not a call may fail behind a call also': [
      `
        try:
            x = a()
            y = x["auc"]
        except KeyError:
            b()
        c()
      `,
      ['a c', 'a! b c', 'a b c', 'b c'],
    ],
    'the `else` runs where nothing failed, and is not protected': [
      `
        try:
            a()
        except E:
            b()
        else:
            c()
        d()
      `,
      ['a c d', 'a! b d', 'b d'],
    ],
    'each handler is a way of its own': [
      `
        try:
            a()
        except E:
            b()
        except (F, G) as error:
            c()
        d()
      `,
      ['a d', 'a! b d', 'a! c d', 'b d', 'c d'],
    ],
    'a handler that raises does not lead on': [
      `
        try:
            a()
        except E:
            raise
        b()
      `,
      ['a b', 'a! ^', '^'],
    ],
    'a handler that returns does not lead on': [
      `
        try:
            a()
        except E:
            return b()
        c()
      `,
      ['a c', 'a! b ^', 'b ^'],
    ],
    'what `raise` raises is taken like any exception': [
      `
        try:
            raise E()
        except E:
            a()
        b()
      `,
      ['E ^ a b', 'E! a b', 'a b'],
    ],
    'what no inner handler takes for certain reaches the outer ones': [
      `
        try:
            try:
                a()
            except E:
                b()
        except F:
            c()
        d()
      `,
      ['a d', 'a! b d', 'a! b! c d', 'a! c d', 'b d', 'b! c d', 'c d'],
    ],
    'what an inner handler takes for certain does not': [
      `
        try:
            try:
                a()
            except Exception:
                b()
        except F:
            c()
        d()
      `,
      ['a d', 'a! b d', 'a! b! c d', 'b d', 'b! c d', 'c d'],
    ],
    '`except*` takes exceptions too': [
      `
        try:
            a()
        except* E:
            b()
        c()
      `,
      ['a c', 'a! b c', 'b c'],
    ],
    'a loop inside may fail while it draws the next item': [
      `
        try:
            for x in a():
                y = 1
        except E:
            b()
        c()
      `,
      ['a no c', 'a yes no c', 'a! b c', 'a b c', 'a yes b c', 'b c'],
    ],
    '`break` and `continue` leave it': [
      `
        for x in a():
            try:
                break
            except E:
                continue
        b()
      `,
      ['a no b', 'a yes b', 'a yes no b'],
    ],
    'code behind one whose every way leaves is dropped': [
      `
        try:
            return a()
        except E:
            raise
        b()
      `,
      ['a ^', 'a! ^', '^'],
    ],
  }))

describe('finally', () =>
  testWays({
    'runs on the ordinary way and before an exception goes on': [
      `
        try:
            a()
        finally:
            b()
        c()
      `,
      ['a b c', 'a! b ^', 'b ^'],
    ],
    'runs before `return` leaves': [
      `
        try:
            a()
            return x
        finally:
            b()
        c()
      `,
      ['a ^ b', 'a! b ^', 'b ^'],
    ],
    'runs before `break` and `continue` go on': [
      `
        for x in a():
            try:
                if x:
                    break
                continue
            finally:
                b()
            c()
        d()
      `,
      ['a no d', 'a yes yes b d', 'a yes no b no d', 'a yes b ^'],
    ],
    'runs behind a handler, also where that fails': [
      `
        try:
            a()
        except E:
            b()
        finally:
            c()
        d()
      `,
      ['a c d', 'a! b c d', 'a! b! c ^', 'a! c ^', 'b c d', 'b! c ^', 'c ^'],
    ],
    'runs behind the `else`, also where that fails': [
      `
        try:
            pass
        except Exception:
            a()
        else:
            b()
        finally:
            c()
      `,
      ['b c', 'b! c ^', 'a c', 'a! c ^'],
    ],
    'its own `return` stops whatever was on its way': [
      `
        try:
            a()
        finally:
            return
        b()
      `,
      ['a ^', 'a! ^', '^'],
    ],
    'one in another runs first': [
      `
        try:
            try:
                return a()
            finally:
                b()
        finally:
            c()
      `,
      ['a ^ b c', 'a ^ b! c ^', 'a! b ^ c ^', 'a! b! c ^', 'b ^ c ^', 'b! c ^', 'c ^'],
    ],
    'an exception that goes on is taken further out': [
      `
        try:
            try:
                a()
            finally:
                b()
        except Exception:
            c()
        d()
      `,
      ['a b d', 'a b! c d', 'a! b ^ c d', 'a! b! c d', 'b ^ c d', 'b! c d', 'c d'],
    ],
  }))
