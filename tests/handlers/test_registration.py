from handlers.registration import TAPS


def test_the_buttons_of_no_two_features_look_alike() -> None:
    patterns = [pattern if isinstance(pattern, str) else pattern.pattern for pattern in TAPS]
    beginnings = [pattern.lstrip("^").partition(":")[0] for pattern in patterns]

    assert len(TAPS) == len(set(TAPS.values()))
    assert sorted(beginnings) == sorted(set(beginnings))
