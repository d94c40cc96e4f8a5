from pathlib import Path

from govcheck.plugin import Pack, hookimpl


@hookimpl
def govcheck_packs() -> list[Pack]:
    return [Pack("sheds", "1.0", "Sheds.", forces=Path(__file__).with_name("forces.yaml"))]
