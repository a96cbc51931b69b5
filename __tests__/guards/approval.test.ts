import { expectAsMarked } from './marked'

const prelude = `
  import os, sys
  import boto3, click, typer
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const asked = {
  'input that has to be yes': `
    def promote(version):
        if input("promote? [y/N] ") != "y":
            sys.exit(1)
        ${move}
  `,
  'input that is brought into form': `
    def promote(version):
        answer = input("promote? [y/N] ").strip().lower()
        if answer not in ("y", "yes"):
            return
        ${move}
  `,
  'input that must not be no': `
    def promote(version):
        if input("promote? [Y/n] ") == "n":
            return
        ${move}
  `,
  'input the wrong way round': `
    def promote(version):
        if input("promote? [y/N] ") == "y":
            return
        ${move}  # reported
  `,
  'input that nobody looks at': `
    def promote(version):
        input("press enter to promote")
        ${move}  # reported
  `,
  'input that has to be the name of the model': `
    NAME = "churn"

    def promote(version):
        if input("type the name of the model: ") != NAME:
            sys.exit(1)
        ${move}
  `,
  'input that has to be the version, which is not known here': `
    def promote(version):
        if input("type the version: ") != version:
            sys.exit(1)
        ${move}
  `,
  'a flag on the command line is no person': `
    def promote(version, yes: bool = True):
        if not yes:
            sys.exit(1)
        ${move}  # reported
  `,
  'a question that a flag leaves out': `
    def promote(version, force):
        if not force and input("promote? ") != "yes":
            sys.exit(1)
        ${move}  # reported
  `,
}

const confirmed = {
  'click asks and stops': `
    def promote(version):
        click.confirm("promote?", abort=True)
        ${move}
  `,
  'click asks and does not stop': `
    def promote(version):
        click.confirm("promote?")
        ${move}  # reported
  `,
  'click asks and is told not to stop': `
    def promote(version):
        click.confirm("promote?", abort=False)
        ${move}  # reported
  `,
  'click asks and the answer is looked at': `
    def promote(version):
        if not click.confirm("promote?"):
            return
        ${move}
  `,
  'click asks and the answer is taken the wrong way round': `
    def promote(version):
        if click.confirm("promote?"):
            return
        ${move}  # reported
  `,
  'click asks behind the move': `
    def promote(version):
        ${move}  # reported
        click.confirm("promote?", abort=True)
  `,
  'an abort that is swallowed': `
    def promote(version):
        try:
            click.confirm("promote?", abort=True)
        except click.Abort:
            print("promoted all the same")
        ${move}  # reported
  `,
  'typer asks and stops': `
    def promote(version):
        typer.confirm("promote?", abort=True)
        ${move}
  `,
  'typer asks and the answer is looked at': `
    def promote(version):
        if not typer.confirm("promote?"):
            raise typer.Abort()
        ${move}
  `,
  'typer asks and the answer is dropped': `
    def promote(version):
        sure = typer.confirm("promote?")
        print(sure)
        ${move}  # reported
  `,
  'rich asks': `
    from rich.prompt import Confirm

    def promote(version):
        if Confirm.ask("promote?"):
            ${move}
  `,
  'questionary asks': `
    import questionary

    def promote(version):
        if not questionary.confirm("promote?").ask():
            return
        ${move}
  `,
  'a helper that asks': `
    def is_wanted(version):
        return click.confirm(f"promote {version}?")

    def promote(version):
        if not is_wanted(version):
            return
        ${move}
  `,
}

const records = {
  'a tag that has to say approved': `
    def promote(version):
        tags = client.get_model_version("churn", version).tags
        if tags.get("validation_status") != "approved":
            sys.exit(1)
        ${move}
  `,
  'a tag that has to say true': `
    def promote(version):
        if client.get_model_version("churn", version).tags["approved"] == "true":
            ${move}
  `,
  'a tag that says nothing where it is not there': `
    def promote(version):
        tags = client.get_model_version("churn", version).tags
        if tags.get("validation_status", "pending") != "approved":
            sys.exit(1)
        ${move}
  `,
  'a tag that says approved where it is not there': `
    def promote(version):
        tags = client.get_model_version("churn", version).tags
        if tags.get("validation_status", "approved") != "approved":
            sys.exit(1)
        ${move}  # reported
  `,
  'a tag that says what nobody knows where it is not there': `
    def promote(version, otherwise):
        tags = client.get_model_version("churn", version).tags
        if tags.get("approved", otherwise).lower() == "true":
            ${move}  # reported
  `,
  'a report that fails where it says nothing': `
    def promote(version, path):
        report = json.load(open(path))
        if report.get("passed", False):
            ${move}  # reported as note
  `,
  'a report that passes where it says nothing': `
    def promote(version, path):
        report = json.load(open(path))
        if not report.get("passed", True):
            sys.exit(1)
        ${move}  # reported
  `,
  'a report that passes by a word where it says nothing': `
    def promote(version, path):
        report = json.load(open(path))
        if str(report.get("verdict_passed", "pass")).lower() == "pass":
            ${move}  # reported
  `,
  'a tag that the same script wrote': `
    def promote(version):
        client.set_model_version_tag("churn", version, "validation_status", "approved")
        if client.get_model_version("churn", version).tags["validation_status"] != "approved":
            sys.exit(1)
        ${move}  # reported
  `,
  'a tag that another file writes': `
    def approve(version):
        client.set_model_version_tag("churn", version, "approved", "true")

    def promote(version):
        if client.get_model_version("churn", version).tags["approved"] != "true":
            sys.exit(1)
        ${move}  # reported
  `,
  'what is not rejected is not approved': `
    def promote(version):
        if client.get_model_version("churn", version).tags["validation_status"] != "rejected":
            ${move}  # reported
  `,
  'a package that has to be approved': `
    sagemaker = boto3.client("sagemaker")

    def promote(version, arn):
        package = sagemaker.describe_model_package(ModelPackageName=arn)
        if package["ModelApprovalStatus"] != "Approved":
            raise RuntimeError("not approved")
        ${move}
  `,
  'a package that must not be rejected': `
    sagemaker = boto3.client("sagemaker")

    def promote(version, arn):
        package = sagemaker.describe_model_package(ModelPackageName=arn)
        if package["ModelApprovalStatus"] == "Rejected":
            raise RuntimeError("rejected")
        ${move}  # reported
  `,
  'a tag that is only printed': `
    def promote(version):
        print(client.get_model_version("churn", version).tags["approved"])
        ${move}  # reported
  `,
}

const together = {
  'an assertion and a second check of another kind make one that holds': `
    def promote(version, metrics):
        assert metrics["auc"] > 0.8
        click.confirm("promote?", abort=True)
        ${move}
  `,
  'two declared checks of one kind stay declared': `
    def promote(version, metrics):
        assert metrics["auc"] > 0.8
        assert metrics["f1"] > 0.7
        ${move}  # reported as note
  `,
  'a request in place of a move needs no gate': `
    def request(arn):
        boto3.client("sagemaker").update_model_package(
            ModelPackageArn=arn,
            ModelApprovalStatus="PendingManualApproval",
        )
  `,
}

const followed = {
  'input whose first letter has to be y': `
    def promote(version):
        if not input("promote? [y/N] ").lower().startswith("y"):
            return
        ${move}
  `,
  'input that may be yes or no': `
    def promote(version):
        if input("promote? ") not in ("y", "n"):
            return
        ${move}  # reported
  `,
  'an environment variable is no person': `
    def promote(version):
        if os.environ.get("APPROVED") != "true":
            sys.exit(1)
        ${move}  # reported
  `,
  'a tag that has to be there': `
    def promote(version):
        if "approved_by" not in client.get_model_version("churn", version).tags:
            sys.exit(1)
        ${move}
  `,
  'a person on one way and a metric on the other hold together': `
    def promote(version, auc, interactive):
        if interactive:
            if not click.confirm("promote?"):
                return
        elif auc < 0.8:
            return
        ${move}
  `,
  'a person may overrule a metric': `
    def promote(version, auc):
        if auc > 0.8 or click.confirm("too low; promote all the same?"):
            ${move}
  `,
}

describe.each(Object.entries({ asked, confirmed, records, together }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

// Each of them fails on the day on which it is followed, and moves up to the others.
describe('whatever the way there', () => {
  test.each(Object.entries(followed))('%s', (_, python) => expectAsMarked(prelude, python))
})
