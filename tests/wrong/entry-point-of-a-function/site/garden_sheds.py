def govcheck_packs() -> list[object]:
    return []
