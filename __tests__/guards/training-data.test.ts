import { expectReasons, type Reasoned } from './reasons'

const prelude = `
  import joblib
  import keras
  from mlflow import MlflowClient
  from sklearn.ensemble import RandomForestClassifier
  from sklearn.metrics import accuracy_score, mean_squared_error, roc_auc_score
  from sklearn.model_selection import KFold, cross_val_predict, train_test_split
  client = MlflowClient()
`
const move = 'client.set_registered_model_alias("churn", "champion", version)'
const void_ = (name: string): string =>
  `void evaluation: \`${name}\` is measured on the data that the model was fitted to`

/** A model that is trained and measured, and moved where the metric is good. */
const trained = (measure: string, condition = 'auc > 0.9', marked = '  # reported'): string => `
    def release(version, rows):
        X = rows.drop(columns="y")
        y = rows["y"]
        X_train, X_test, y_train, y_test = train_test_split(X, y)
        ${measure.trim().replaceAll('\n      ', '\n        ')}
        if ${condition}:
            ${move}${marked}
`

const fitted: Readonly<Record<string, Reasoned>> = {
  'a score of the data that the model was fitted to': [
    trained(`
      model = RandomForestClassifier().fit(X_train, y_train)
      auc = roc_auc_score(y_train, model.predict_proba(X_train)[:, 1])`),
    [void_('auc')],
  ],
  'a score of all data, to which the model was fitted': [
    trained(
      `
      model = RandomForestClassifier()
      model.fit(X, y)
      guesses = model.predict(X)
      accuracy = round(float(accuracy_score(y, guesses)), 3)`,
      'accuracy >= 0.9',
    ),
    [void_('accuracy')],
  ],
  'an error of the data that the model was fitted to': [
    trained(
      `
      model = RandomForestClassifier().fit(X_train, y_train)
      mse = mean_squared_error(y_train, model.predict(X_train))`,
      'mse < 4.0',
    ),
    [void_('mse')],
  ],
  'what a model says of the data that it was fitted to': [
    trained(
      `
      model = RandomForestClassifier().fit(X_train, y_train)
      accuracy = model.score(X_train, y_train)`,
      'accuracy > 0.9',
    ),
    [void_('accuracy')],
  ],
  'an accuracy that a network gives of the data that it was fitted to': [
    trained(
      `
      model = keras.Sequential([keras.layers.Dense(1)])
      model.fit(X_train, y_train, epochs=9)
      loss, accuracy = model.evaluate(X_train, y_train)`,
      'accuracy > 0.9',
    ),
    [void_('accuracy')],
  ],
  'a score of the data that the model is fitted to only sometimes': [
    trained(
      `
      model = joblib.load("churn.joblib")  # reported
      if rows.attrs["stale"]:
          model.fit(X, y)
      auc = roc_auc_score(y, model.predict(X))`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'a score of the data that the model was fitted to before it was fitted to less': [
    trained(
      `
      model = RandomForestClassifier()
      model.fit(X_test, y_test)
      model.fit(X_train, y_train)
      auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'a score of the data of each round, of which the model has seen the others': [
    trained(
      `
      model = RandomForestClassifier()
      scores = []
      for seen, held in KFold(5).split(X):
          model.fit(X[seen], y[seen])
          scores.append(model.score(X[held], y[held]))
      auc = min(scores)`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'a score of other data': [
    trained(
      `
      model = RandomForestClassifier().fit(X_train, y_train)
      auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'what a model says of other data': [
    trained(
      `
      model = RandomForestClassifier().fit(X_train, y_train)
      accuracy = model.score(X_test, y_test)`,
      'accuracy > 0.9',
      '',
    ),
    [],
  ],
  'a score before the model is fitted to all data': [
    trained(
      `
      model = RandomForestClassifier()
      model.fit(X_train, y_train)
      auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])
      model.fit(X, y)`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'a score of another model than the one that was fitted': [
    trained(
      `
      model = RandomForestClassifier().fit(X_train, y_train)
      other = RandomForestClassifier().fit(X_test, y_test)
      auc = roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
  'a score of what was predicted with the row left out': [
    trained(
      `
      model = RandomForestClassifier()
      auc = roc_auc_score(y, cross_val_predict(model, X, y))
      model.fit(X, y)`,
      'auc > 0.9',
      '',
    ),
    [],
  ],
}

const named: Readonly<Record<string, Reasoned>> = {
  'a metric of training by its name': [
    `
    def release(version, run_id):
        metrics = client.get_run(run_id).data.metrics
        if metrics["train_auc"] > 0.9:
            ${move}  # reported as note
    `,
    [
      'medium evaluation: `metrics["train_auc"]` is compared with a bound, and by its name it is one of the data that the model was trained on',
    ],
  ],
  'a metric that a run of training has logged': [
    `
    def release(version, train_run):
        if train_run.data.metrics["auc"] > 0.9:
            ${move}
    `,
    [],
  ],
  'a metric of training, and one of other data': [
    `
    def release(version, run_id):
        metrics = client.get_run(run_id).data.metrics
        if metrics["training_accuracy"] > 0.9 and metrics["val_accuracy"] > 0.8:
            ${move}
    `,
    [],
  ],
  'a metric of a training run on other data': [
    `
    def release(version, run_id):
        metrics = client.get_run(run_id).data.metrics
        if metrics["training_val_auc"] > 0.9:
            ${move}
    `,
    [],
  ],
  'how far the metric of training is from the other': [
    `
    def release(version, run_id):
        metrics = client.get_run(run_id).data.metrics
        if metrics["test_auc"] > metrics["train_auc"] - 0.02:
            ${move}
    `,
    [],
  ],
}

test.each(Object.entries({ ...fitted, ...named }))('%s', async (_, reasoned) => {
  await expectReasons(prelude, reasoned)
})
