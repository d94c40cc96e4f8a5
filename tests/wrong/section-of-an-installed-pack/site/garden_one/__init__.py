from govcheck.plugin import Pack, hookimpl


@hookimpl
def govcheck_packs() -> list[Pack]:
    from garden_one import checks

    return [Pack("sheds", "1.0", "Sheds.", modules=(checks,))]
