import { expectAsMarked } from '../guards/marked'

const lists = {
  'bytes that an object keeps of what it was made with': `
    import pickle
    import numpy as np

    class PackedList:
        def __init__(self, items):
            packed = [np.frombuffer(pickle.dumps(item), dtype=np.uint8) for item in items]
            self.ends = np.cumsum([len(one) for one in packed])
            self.data = np.concatenate(packed)

        def __getitem__(self, at):
            start = 0 if at == 0 else self.ends[at - 1]
            part = memoryview(self.data[start : self.ends[at]])
            return pickle.loads(part)
  `,
  'bytes of somebody else that an object keeps': `
    import pickle
    import numpy as np
    import requests

    class PackedList:
        def __init__(self, urls):
            packed = [np.frombuffer(requests.get(url).content, dtype=np.uint8) for url in urls]
            self.ends = np.cumsum([len(one) for one in packed])
            self.data = np.concatenate(packed)

        def __getitem__(self, at):
            return pickle.loads(memoryview(self.data[: self.ends[at]]))  # reported as error
  `,
  'its own bytes and others together': `
    import pickle
    import numpy as np

    class PackedList:
        def __init__(self, items, more):
            packed = np.frombuffer(pickle.dumps(items), dtype=np.uint8)
            self.data = np.concatenate([packed, more])

        def __getitem__(self, at):
            return pickle.loads(memoryview(self.data[at:]))  # reported as warning
  `,
  'bytes in another form': `
    import pickle

    def copy(item):
        return pickle.loads(bytes(bytearray(pickle.dumps(item))))

    def restore(data):
        return pickle.loads(bytes(data))  # reported as warning
  `,
}

describe('bytes that are kept in memory', () => {
  test.each(Object.entries(lists))('%s', (_, marked) => expectAsMarked('', marked))
})
