import nox


# 3.13t is for later
@nox.session(python=["3.12", "3.13"])
def tests(session):
    session.install(".")
