import { check, notify, promote, promotionIn, within } from './parts'

const label = 'from airflow.utils.edgemodifier import Label'
const tasks = [label, check, notify, promote]

const guarded: Readonly<Record<string, readonly string[]>> = {
  'the arrow has a name': ['flow = check >> promote'],
  'the arrow has a name and a type': ['flow: object = check >> notify >> promote'],
  'a function gives the arrow back': [
    'def wire(first, last):\n    return first >> last',
    'wire(check, promote)',
  ],
  'an arrow that has a name goes on in a function': [
    'flow = check >> notify',
    'def wire(last):\n    flow >> last',
    'wire(promote)',
  ],
  'a label stands on the arrow': ['check >> Label("good") >> promote'],
  'a label stands on an arrow back': ['promote << Label("good") << check'],
  'a label stands before several': ['check >> Label("good") >> [notify, promote]'],
  'a label stands behind several': ['[check, notify] >> Label("good") >> promote'],
  'a label has a name': ['good = Label("good")', 'check >> good', 'good >> promote'],
  'a label stands in a chain': ['chain(check, Label("good"), promote)'],
  'a chain is given a list to take apart': ['chain(*[check, notify, promote])'],
  'a chain is given a list that has a name': ['steps = [check, promote]', 'chain(notify, *steps)'],
  'a chain takes lists in a list apart': ['chain(*[[check, notify], promote])'],
}
test.each(Object.entries(guarded))('it is silent where %s', async (_, lines) => {
  expect(await promotionIn(within([...tasks, ...lines]))).toBeNull()
})

const open: Readonly<Record<string, readonly string[]>> = {
  'an arrow that has a name leads the other way': ['flow = promote >> check'],
  'an arrow that has a name goes on from its end only': [
    'flow = notify << check',
    'def wire(last):\n    last >> flow',
    'wire(promote)',
  ],
  'a label leads the other way': ['promote >> Label("good") >> check'],
  'a label leads the other way on an arrow back': ['check << Label("good") << promote'],
  'a label stands before it, and nothing before that': ['check >> notify', 'Label("good") >> promote'],
  'another label stands behind the check': ['check >> Label("good") >> notify', 'Label("bad") >> promote'],
  'a chain takes a list apart that leads the other way': ['chain(*[promote, notify, check])'],
  'a chain is given a list whole': ['chain([check, notify, promote])'],
  'it comes at last, whatever came before': ['check >> promote.as_teardown()'],
}
test.each(Object.entries(open))('it is reported where %s', async (_, lines) => {
  expect(await promotionIn(within([...tasks, ...lines]))).not.toBeNull()
})
