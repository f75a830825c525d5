"""`python -m thidua_cli` is the command `thidua`."""

from thidua_cli.cli.main import run

if __name__ == "__main__":
    run()
