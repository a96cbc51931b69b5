import { expectAsMarked } from '../guards/marked'

const prelude = `
import tarfile
from tqdm import tqdm
`

const members = {
  'nothing is given': `
    def unpack(path):
        tarfile.open(path).extractall("models", members=None)  # reported
  `,
  'all are given': `
    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=archive.getmembers())  # reported
  `,
  'all are given, in the second place': `
    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", archive.getmembers())  # reported
  `,
  'the archive itself is given': `
    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=archive)  # reported
  `,
  'all are given, in another list': `
    def unpack(path):
        with tarfile.open(path) as archive:
            every = sorted(archive.getmembers())
            archive.extractall("models", members=list(every))  # reported
  `,
  'all are given, with a bar of progress': `
    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=tqdm(archive.getmembers(), total=9))  # reported
  `,
  'all are given, unless something is asked for': `
    def unpack(path, wanted):
        with tarfile.open(path) as archive:
            chosen = [m for m in archive if m.name in wanted] if wanted else None
            archive.extractall("models", members=chosen)  # reported
  `,
  'a parameter that nobody has to give': `
    def unpack(path, members=None):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=members)  # reported
  `,
  'a function that gives them all': `
    def every(archive):
        for member in archive.getmembers():
            print(member.name)
            yield member

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=every(archive))  # reported
  `,
  'a function that gives them all under other names': `
    def flat(archive, verbose):
        for member in archive:
            member.path = member.path.split("/", 1)[-1]
            if verbose:
                print(member.path)
            yield member

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=flat(archive, True))  # reported
  `,
  'a function that lists them all': `
    def every(archive):
        return archive.getmembers()

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=every(archive))  # reported
  `,
  'a function that counts what it is given': `
    def counted(found):
        for member in found:
            yield member

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=counted(archive.getmembers()))  # reported
  `,
  'a comprehension that chooses': `
    def unpack(path, wanted):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=[m for m in archive.getmembers() if m.name in wanted])
  `,
  'a comprehension that chooses, in the second place': `
    def unpack(path, wanted):
        with tarfile.open(path) as archive:
            archive.extractall("models", [m for m in archive.getmembers() if m.name in wanted])
  `,
  'a function that chooses': `
    def wanted(archive, names):
        for member in archive.getmembers():
            if member.name in names:
                yield member

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=wanted(archive, ["model.pkl"]))
  `,
  'a function that leaves out what leads elsewhere': `
    def safe(found):
        for member in found:
            path = member.name.replace("\\\\", "/")
            if ".." in path or path.startswith("/"):
                continue
            yield member

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=safe(archive))
  `,
  'a function that takes some by their names': `
    def named(archive):
        for name in ["model.pkl", "classes.json"]:
            yield archive.getmember(name)

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=named(archive))
  `,
  'a function of another library': `
    from acme import wanted

    def unpack(path):
        with tarfile.open(path) as archive:
            archive.extractall("models", members=wanted(archive.getmembers()))
  `,
  'some that are collected': `
    def unpack(path):
        with tarfile.open(path) as archive:
            chosen = []
            for member in archive.getmembers():
                if member.name.endswith(".pkl"):
                    chosen.append(member)
            archive.extractall("models", members=chosen)
  `,
}

describe('members of an archive that is unpacked', () => {
  test.each(Object.entries(members))('%s', (_, body) => expectAsMarked(prelude, body))
})
