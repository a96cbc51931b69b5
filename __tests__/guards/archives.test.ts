import { expectAsMarked } from './marked'

const prelude = `
  import hashlib, os, pickle, tarfile
  from pathlib import Path
  EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
`

const verified = {
  'the file was verified before it was opened': `
    def unpack(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        with tarfile.open(path) as archive:
            archive.extractall("model")
  `,
  'another file was verified': `
    def unpack(path):
        if hashlib.sha256(Path("model").read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        with tarfile.open(path) as archive:
            archive.extractall("model")  # reported
  `,
  'what an unpickler reads was verified': `
    def load(path):
        if hashlib.sha256(Path(path).read_bytes()).hexdigest() != EXPECTED:
            raise ValueError(path)
        with open(path, "rb") as file:
            return pickle.Unpickler(file).load()
  `,
}

const contained = {
  'every member is inside, and no links': `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                inside = os.path.realpath(os.path.join(target, member.name))
                if not inside.startswith(target + os.sep) and inside != target:
                    raise ValueError(member.name)
                if member.issym() or member.islnk():
                    raise ValueError(member.name)
            archive.extractall(target)
  `,
  'the archive lists itself': `
    def unpack(path, target):
        target = Path(target).resolve()
        with tarfile.open(path) as archive:
            for member in archive:
                if not (target / member.name).resolve().is_relative_to(target):
                    raise ValueError(member.name)
                if not member.isreg():
                    raise ValueError(member.name)
            archive.extractall(target)
  `,
  'a helper looks': `
    def check(archive, target):
        for member in archive.getmembers():
            inside = os.path.realpath(os.path.join(target, member.name))
            if not inside.startswith(target + os.sep):
                raise ValueError(member.name)
            if member.issym() or member.islnk():
                raise ValueError(member.name)

    def unpack(path, target):
        with tarfile.open(path) as archive:
            check(archive, os.path.realpath(target))
            archive.extractall(target)
  `,
  'a helper of the helper answers; links may still lead out': `
    def is_within(folder, target):
        folder = os.path.abspath(folder)
        target = os.path.abspath(target)
        return os.path.commonpath([folder, target]) == folder

    def safe_extract(archive, target):
        for member in archive.getmembers():
            if not is_within(target, os.path.join(target, member.name)):
                raise ValueError(member.name)
        archive.extractall(target)  # reported as note

    def unpack(path, target):
        with tarfile.open(path) as archive:
            safe_extract(archive, target)
  `,
  'a path that leads out raises': `
    def unpack(path, target):
        target = Path(target).resolve()
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                (target / member.name).resolve().relative_to(target)
                if not member.isreg():
                    raise ValueError(member.name)
            archive.extractall(target)
  `,
  'a helper turns what raises into an answer': `
    def is_within(folder, target):
        try:
            target.resolve().relative_to(folder.resolve())
            return True
        except ValueError:
            return False

    def safe_extract(archive, target):
        for member in archive.getmembers():
            if member.issym() or member.islnk():
                raise ValueError(member.name)
            if not is_within(target, target / member.name):
                raise ValueError(member.name)
        archive.extractall(target)

    def unpack(path, target):
        with tarfile.open(path) as archive:
            safe_extract(archive, Path(target))
  `,
  'one by one': `
    def unpack(path, target):
        target = Path(target).resolve()
        with tarfile.open(path) as archive:
            for member in archive:
                if target not in (target / member.name).resolve().parents or not member.isfile():
                    continue
                archive.extract(member, target)
  `,
  'links are not looked at': `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    raise ValueError(member.name)
            archive.extractall(target)  # reported as note
  `,
}

const useless = {
  'a path that is not worked out begins as it likes': `
    def unpack(path, target):
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not os.path.join(target, member.name).startswith(target):
                    raise ValueError(member.name)
            archive.extractall(target)  # reported
  `,
  'what raises is caught, and unpacked all the same': `
    def unpack(path, target):
        target = Path(target).resolve()
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                try:
                    (target / member.name).resolve().relative_to(target)
                except ValueError:
                    print("outside", member.name)
            archive.extractall(target)  # reported
  `,
  'a helper that answers yes either way': `
    def is_within(folder, target):
        try:
            target.resolve().relative_to(folder.resolve())
        except ValueError:
            print("outside", target)
        return True

    def unpack(path, target):
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not is_within(Path(target), Path(target) / member.name):
                    raise ValueError(member.name)
            archive.extractall(target)  # reported
  `,
  'a name that is not worked out is below anything': `
    def unpack(path, target):
        target = Path(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                (target / member.name).relative_to(target)
            archive.extractall(target)  # reported
  `,
  'what leads out is only told': `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    print("outside", member.name)
            archive.extractall(target)  # reported
  `,
  'what leads out is passed over, and unpacked all the same': `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    continue
                if member.issym():
                    raise ValueError(member.name)
            archive.extractall(target)  # reported
  `,
  'the wrong side is refused': `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    raise ValueError(member.name)
            archive.extractall(target)  # reported
  `,
  'the members of another archive': `
    def unpack(path, other, target):
        target = os.path.realpath(target)
        with tarfile.open(other) as archive:
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    raise ValueError(member.name)
        with tarfile.open(path) as archive:
            archive.extractall(target)  # reported
  `,
  afterwards: `
    def unpack(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            archive.extractall(target)  # reported
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    raise ValueError(member.name)
  `,
  'the members were looked at, not the bytes': `
    def load(path, target):
        target = os.path.realpath(target)
        with tarfile.open(path) as archive:
            for member in archive.getmembers():
                if not os.path.realpath(os.path.join(target, member.name)).startswith(target):
                    raise ValueError(member.name)
        with open(path, "rb") as file:
            return pickle.load(file)  # reported
  `,
}

describe('the receiver of a call is what has to be verified', () => {
  test.each(Object.entries(verified))('%s', (_, marked) => expectAsMarked(prelude, marked))
})

describe('where the members of an archive go is looked at before', () => {
  test.each(Object.entries(contained))('%s', (_, marked) => expectAsMarked(prelude, marked))
})

describe('what looks like it and lets members out', () => {
  test.each(Object.entries(useless))('%s', (_, marked) => expectAsMarked(prelude, marked))
})
