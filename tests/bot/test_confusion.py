from bot.confusion import draw


def test_the_picture_of_confusions_is_a_png(tmp_path) -> None:
    file = tmp_path / "confusion.png"

    draw({"greet": {"greet": 3, "thanks": 1}, "out_of_scope": {"greet": 2}}, file)

    assert file.read_bytes().startswith(b"\x89PNG")
