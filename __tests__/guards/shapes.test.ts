import { expectAsMarked } from './marked'
import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import argparse, json, os, sys, time
  import boto3, requests
  from mlflow import MlflowClient
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'

const helpers = {
  'a helper that raises where a metric is too low': `
    def validate(metrics):
        if metrics["auc"] < 0.8:
            raise ValueError("too low")

    def promote(version, metrics):
        validate(metrics)
        ${move}
  `,
  'a helper whose answer is dropped': `
    def validate(metrics):
        return metrics["auc"] >= 0.8

    def promote(version, metrics):
        validate(metrics)
        ${move}  # reported
  `,
  'a helper that gives an answer and reasons': `
    def validate(metrics):
        problems = []
        if metrics["auc"] < 0.8:
            problems.append("auc")
        return not problems, problems

    def promote(version, metrics):
        ok, reasons = validate(metrics)
        if not ok:
            raise ValueError(reasons)
        ${move}
  `,
}

const approvals = {
  'a ticket that has to be approved': `
    def promote(version, ticket):
        change = requests.get(f"https://acme.service-now.com/api/now/table/change_request/{ticket}").json()
        if change["result"]["approval"] != "approved":
            sys.exit("not approved")
        ${move}
  `,
  'a ticket that is only there': `
    def promote(version, ticket):
        change = requests.get(f"https://acme.service-now.com/api/now/table/change_request/{ticket}")
        if change.status_code != 200:
            sys.exit("no ticket")
        ${move}  # reported
  `,
  'a review on GitHub': `
    def promote(version, number):
        reviews = requests.get(f"https://api.github.com/repos/acme/churn/pulls/{number}/reviews").json()
        if not any(review["state"] == "APPROVED" for review in reviews):
            sys.exit("not approved")
        ${move}
  `,
  'a review on GitHub that is read from a file': `
    def promote(version, path):
        review = json.loads(path.read_text())
        if review.get("state") != "APPROVED":
            sys.exit("not approved")
        ${move}
  `,
  'one of two answers': `
    def promote(version, review, force):
        if any([review["state"] == "APPROVED", force]):
            ${move}  # reported
  `,
  'one of several metrics': `
    def promote(version, metrics, floors):
        if any(metrics[name] > floor for name, floor in floors.items()):
            ${move}  # reported
  `,
  'a review that must not ask for changes': `
    def promote(version, number):
        reviews = requests.get(f"https://api.github.com/repos/acme/churn/pulls/{number}/reviews").json()
        if any(review["state"] == "CHANGES_REQUESTED" for review in reviews):
            sys.exit("not approved")
        ${move}  # reported
  `,
  'reviews that are only counted': `
    def promote(version, number):
        reviews = requests.get(f"https://api.github.com/repos/acme/churn/pulls/{number}/reviews").json()
        print(len(reviews))
        ${move}  # reported
  `,
  'a request to Databricks that has to be approved': `
    from databricks.sdk import WorkspaceClient

    def promote(version):
        requests = WorkspaceClient().model_registry.list_transition_requests("churn", version)
        if any(request.to_stage == "Production" for request in requests):
            sys.exit("still waiting")
        ${move}  # reported
  `,
  'who may do it': `
    from acme.access import has_permission

    def promote(version, user):
        if not has_permission(user, "promote"):
            raise PermissionError(user)
        ${move}  # reported as note
  `,
  'who may do it, and nobody listens': `
    from acme.access import has_permission

    def promote(version, user):
        has_permission(user, "promote")
        ${move}  # reported
  `,
  'who may do it, by a call that raises': `
    from acme.access import require_role

    def promote(version, user):
        require_role(user, "releaser")
        ${move}  # reported
  `,
}

const suites = {
  'a suite of deepchecks': `
    from deepchecks.tabular.suites import model_evaluation

    def promote(version, train, test, model):
        if not model_evaluation().run(train, test, model).passed():
            sys.exit(1)
        ${move}
  `,
  'a suite of evidently': `
    from evidently.test_suite import TestSuite

    def promote(version, reference, current):
        suite = TestSuite(tests=[])
        suite.run(reference_data=reference, current_data=current)
        if not suite.as_dict()["summary"]["all_passed"]:
            sys.exit(1)
        ${move}
  `,
  'a suite of evidently that is only saved': `
    from evidently.test_suite import TestSuite

    def promote(version, reference, current):
        suite = TestSuite(tests=[])
        suite.run(reference_data=reference, current_data=current)
        suite.save_html("report.html")
        ${move}  # reported
  `,
  'a suite of giskard': `
    import giskard

    def promote(version, model):
        if not giskard.Suite().run(model=model).passed:
            sys.exit(1)
        ${move}
  `,
  'a drift that is measured': `
    def promote(version, reference, current, psi):
        if psi(reference, current) > 0.2:
            sys.exit("drift")
        ${move}
  `,
  'a fairness that is measured': `
    from fairlearn.metrics import demographic_parity_difference

    def promote(version, truth, guesses, groups):
        if demographic_parity_difference(truth, guesses, sensitive_features=groups) > 0.1:
            sys.exit("unfair")
        ${move}
  `,
}

const steps = {
  'ten per cent, a look at the errors, all of it': `
    sagemaker = boto3.client("sagemaker")

    def weigh(new):
        sagemaker.update_endpoint_weights_and_capacities(  # reported as note
            EndpointName="churn-prod",
            DesiredWeightsAndCapacities=[{"VariantName": "new", "DesiredWeight": new}],
        )

    def roll_out(version, error_rate):
        weigh(0.1)
        time.sleep(600)
        if error_rate("churn-prod") > 0.01:
            weigh(0.0)
            raise RuntimeError("the canary fails")
        ${move}
  `,
  'ten per cent, a pause, all of it': `
    def roll_out(version, shift):
        shift("churn", 10)
        time.sleep(600)
        ${move}  # reported
  `,
}

const switches: Readonly<Record<string, Reasoned>> = {
  'a rehearsal that has to be switched off': [
    `
    parser = argparse.ArgumentParser()
    parser.add_argument("--no-dry-run", dest="dry_run", action="store_false", default=True)

    def promote(version):
        if parser.parse_args().dry_run:
            return
        ${move}  # reported
    `,
    [
      'weak approval: `parser.parse_args().dry_run` is a switch for dry runs; it says whether to act, not whether the model is good',
    ],
  ],
  'a switch in the environment': [
    `
    def promote(version):
        if os.environ["DEPLOY"] == "true":
            ${move}  # reported
    `,
    [
      'weak approval: `os.environ["DEPLOY"] == "true"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
  'where it runs': [
    `
    def promote(version):
        if os.getenv("ENV") != "prod":
            return
        ${move}  # reported
    `,
    [
      'weak approval: `os.getenv("ENV") != "prod"` is a setting of the environment; it says where the code runs, not whether the model is good',
    ],
  ],
}

describe.each(Object.entries({ helpers, approvals, suites, steps }))('%s', (_, cases) => {
  test.each(Object.entries(cases))('%s', (_title, python) => expectAsMarked(prelude, python))
})

describe('a switch is weak', () => {
  test.each(Object.entries(switches))('%s', (_, reasoned) => expectReasons(prelude, reasoned))
})
