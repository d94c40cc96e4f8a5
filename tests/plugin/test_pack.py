import pytest

import govcheck.plugin
from govcheck.plugin import Pack
from govcheck.plugin.pack import Hooks


def test_the_facade_offers_what_it_lists_and_lists_it_in_order() -> None:
    names = govcheck.plugin.__all__
    assert names == sorted(names, key=lambda name: (not name.isupper(), name))
    assert all(hasattr(govcheck.plugin, name) for name in names)


def test_a_pack_says_at_least_its_name_its_version_and_what_it_looks_at() -> None:
    pack = Pack("sheds", "1.0", "Sheds.")
    assert (pack.modules, pack.frameworks, pack.forces) == ((), (), None)


def test_the_hook_has_no_behaviour_of_its_own() -> None:
    with pytest.raises(NotImplementedError):
        Hooks().govcheck_packs()
