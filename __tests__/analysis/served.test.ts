import { expectAsMarked } from '../guards/marked'

const commands = {
  'a command beside the one that serves': `
    import joblib
    import typer
    import uvicorn

    app = typer.Typer()

    @app.command()
    def evaluate(model_path: str):
        print(joblib.load(model_path))  # reported as warning

    @app.command()
    def serve(port: int = 8000):
        uvicorn.run("api:app", port=port)
  `,
  'a command beside the one that serves, by way of a function': `
    import click
    import joblib
    import uvicorn

    def start(port):
        uvicorn.run("api:app", port=port)

    @click.command()
    @click.argument("path")
    def evaluate(path):
        print(joblib.load(path))  # reported as warning

    @click.command()
    def serve():
        start(8000)
  `,
  'a command by an option, beside the one that serves': `
    import joblib
    import typer
    import uvicorn

    app = typer.Typer()

    @app.command()
    def evaluate(model: str = typer.Option("churn.joblib")):
        print(joblib.load(model))  # reported as warning

    @app.command()
    def serve():
        uvicorn.run("api:app")
  `,
  'a group, which runs before the command that serves': `
    import click
    import joblib
    import uvicorn

    @click.group()
    @click.option("--model")
    def main(model):
        joblib.load(model)  # reported as error

    @main.command()
    def serve():
        uvicorn.run("api:app")
  `,
  'the command of a group, beside the one that serves': `
    import click
    import joblib
    import uvicorn

    @click.group()
    def main():
        pass

    @main.command()
    @click.option("--model")
    def evaluate(model):
        joblib.load(model)  # reported as warning

    @main.command()
    def serve():
        uvicorn.run("api:app")
  `,
  'the command that serves': `
    import joblib
    import typer
    import uvicorn

    app = typer.Typer()

    @app.command()
    def evaluate(rows: str):
        print(rows)

    @app.command()
    def serve(model: str):
        joblib.load(model)  # reported as error
        uvicorn.run("api:app")
  `,
  'a command that calls the one that serves': `
    import joblib
    import typer
    import uvicorn

    app = typer.Typer()

    @app.command()
    def serve():
        uvicorn.run("api:app")

    @app.command()
    def demo(model: str):
        joblib.load(model)  # reported as error
        serve()
  `,
  'a command in a file that serves wherever it is run': `
    import joblib
    import typer
    import uvicorn

    app = typer.Typer()

    @app.command()
    def main(model: str):
        joblib.load(model)  # reported as error

    if __name__ == "__main__":
        app(standalone_mode=False)
        uvicorn.run("api:app")
  `,
  'options of a program of which only a part serves': `
    import argparse
    import joblib
    import uvicorn

    def serve():
        uvicorn.run("api:app")

    parser = argparse.ArgumentParser()
    parser.add_argument("--model")
    arguments = parser.parse_args()
    model = joblib.load(arguments.model)  # reported as error
  `,
}

describe('what is named on the command line of a program that can serve', () => {
  test.each(Object.entries(commands))('%s', (_, marked) => expectAsMarked('', marked))
})
