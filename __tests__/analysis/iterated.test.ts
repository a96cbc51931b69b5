import { expectAsMarked } from '../guards/marked'

const loops = {
  'bytes of an answer, beside a name': `
    import pickle
    import requests

    def load(names, urls):
        answers = [requests.get(url).content for url in urls]
        return {name: pickle.loads(answer) for name, answer in zip(names, answers)}  # reported as error
  `,
  'bytes of an answer, in the first of two lists': `
    import pickle
    import requests

    def load(names, urls):
        answers = [requests.get(url).content for url in urls]
        for answer, name in zip(answers, names):
            yield name, pickle.loads(answer)  # reported as error
  `,
  'the other list, in which lies what a caller gives': `
    import pickle
    import requests

    def load(pickles, urls):
        answers = [requests.get(url).content for url in urls]
        for data, answer in zip(pickles, answers):
            yield pickle.loads(data), answer  # reported as warning
  `,
  'bytes of an answer, with their number': `
    import pickle
    import requests

    def load(urls):
        answers = [requests.get(url).content for url in urls]
        for number, answer in enumerate(answers):
            yield number, pickle.loads(answer)  # reported as error
  `,
  'bytes that the same code has written': `
    import pickle

    def copies(names, models):
        written = [pickle.dumps(model) for model in models]
        return {name: pickle.loads(data) for name, data in zip(names, written)}
  `,
  'lists of which nobody knows how many there are': `
    import pickle

    def copies(models, *lists):
        written = [pickle.dumps(model) for model in models]
        for data, other in zip(*lists, written):
            yield pickle.loads(data), other  # reported as warning
  `,
  'a function of the repository with that name': `
    import pickle

    def zip(names, datas):
        return [(open(name, "rb").read(), name) for name in names]

    def copies(names, models):
        written = [pickle.dumps(model) for model in models]
        for name, data in zip(names, written):
            yield name, pickle.loads(data)  # reported as warning
  `,
}

describe('a loop over several lists takes from each what it has', () => {
  test.each(Object.entries(loops))('%s', (_, marked) => expectAsMarked('', marked))
})

const gathered = {
  'what the other processes have sent, in a list that was made for it': `
    import pickle
    import torch
    import torch.distributed as dist

    def gather(part, sizes):
        sent = torch.tensor(bytearray(pickle.dumps(part)), dtype=torch.uint8, device="cuda")
        received = [sent.new_zeros(max(sizes)) for _ in sizes]
        dist.all_gather(received, sent)
        return [pickle.loads(one[:size].cpu().numpy().tobytes()) for one, size in zip(received, sizes)]  # reported as note
  `,
  'in a list that is filled by and by': `
    import io
    import joblib
    import torch
    import torch.distributed as dist

    def gather(sent, sizes, group):
        received = []
        for _ in sizes:
            received.append(torch.empty((max(sizes),), dtype=torch.uint8))
        dist.all_gather(received, sent, group=group)
        for size, one in zip(sizes, received):
            one = torch.split(one, [size, max(sizes) - size], dim=0)[0]
            yield joblib.load(io.BytesIO(one.cpu().numpy()))  # reported as note
  `,
  'one after the other': `
    import pickle
    import torch
    import torch.distributed as dist

    def receive(size, rank):
        data = torch.empty(size, dtype=torch.uint8)
        dist.recv(data, src=rank)
        return pickle.loads(data.numpy().tobytes())  # reported as note
  `,
  'a list that is gathered after it was opened': `
    import pickle
    import torch
    import torch.distributed as dist

    def gather(sent, received):
        parts = [pickle.loads(one.numpy().tobytes()) for one in received]  # reported as warning
        dist.all_gather(received, sent)
        return parts
  `,
  'another list': `
    import pickle
    import torch
    import torch.distributed as dist

    def gather(sent, sizes, others):
        received = [sent.new_zeros(size) for size in sizes]
        kept = [other.new_zeros(8) for other in others]
        dist.all_gather(received, sent)
        return [pickle.loads(one.numpy().tobytes()) for one in kept]  # reported as warning
  `,
  'a list that is gathered in some runs only, and downloaded in others': `
    import pickle
    import requests
    import torch
    import torch.distributed as dist

    def gather(sent, sizes, urls, world):
        received = [torch.frombuffer(requests.get(url).content, dtype=torch.uint8) for url in urls]
        if world > 1:
            dist.all_gather(received, sent)
        return [pickle.loads(one.numpy().tobytes()) for one in received]  # reported as error
  `,
  'another buffer': `
    import pickle
    import torch
    import torch.distributed as dist

    def receive(size, rank, filled):
        data = torch.empty(size, dtype=torch.uint8)
        other = torch.empty(size, dtype=torch.uint8)
        filled(other)
        dist.recv(data, src=rank)
        return pickle.loads(other.numpy().tobytes())  # reported as warning
  `,
  'what one process tells all, which may have it from anywhere': `
    import pickle
    import torch
    import torch.distributed as dist

    def share(data):
        dist.broadcast(data, 0)
        return pickle.loads(data.numpy().tobytes())  # reported as warning
  `,
}

describe('what the other processes of a job have sent', () => {
  test.each(Object.entries(gathered))('%s', (_, marked) => expectAsMarked('', marked))
})
