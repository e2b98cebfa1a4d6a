import nox


@nox.session(venv_backend="none")
def build(session):
    session.run("cargo", "build", "--release", external=True)
