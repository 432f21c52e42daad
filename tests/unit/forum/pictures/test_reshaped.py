"""Whatever is handed in, what comes out is pixels and nothing else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from forum import limits
from forum.pictures import ARTICLE, AVATAR, NotAPicture, reshaped
from tests.unit.forum.pictures import files


def opened(data, shape=ARTICLE):
    return Image.open(io.BytesIO(reshaped(data, shape)[0]))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_kind_we_take_becomes_a_webp(kind):
    image = opened(files.encoded(kind))
    assert (image.format, image.size) == ("WEBP", (60, 40))


def test_a_photograph_loses_its_place_and_its_camera_and_stands_upright():
    data = files.with_place()
    assert b"SecretCamera" in data
    written, width, height = reshaped(data, ARTICLE)
    assert (width, height) == (40, 60)
    assert not any(word in written for word in (b"Secret", b"EXIF", b"Exif", b"ICCP", b"XMP "))
    assert not Image.open(io.BytesIO(written)).getexif()


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_is_kept(kind):
    image = opened(files.animated(kind))
    assert getattr(image, "n_frames", 1) == 1
    red, _green, blue = image.convert("RGB").getpixel((20, 20))
    assert red > 200 > 60 > blue


def test_a_file_that_is_two_things_at_once_is_one_afterwards():
    page = b"<script>alert(1)</script>PK\x03\x04"
    for kind in ("JPEG", "PNG", "GIF"):
        written, _, _ = reshaped(files.encoded(kind) + page, ARTICLE)
        assert b"script" not in written and b"PK\x03\x04" not in written


def test_a_bomb_is_refused_before_it_goes_off():
    data = files.bomb()
    assert len(data) < 5_000
    with pytest.raises(NotAPicture, match="50"):
        reshaped(data, AVATAR)


def test_just_too_many_pixels_are_refused_too():
    with pytest.raises(NotAPicture, match="50"):
        reshaped(files.bomb(8_000, limits.PICTURE_PIXELS // 8_000 + 1), AVATAR)


def test_a_large_file_is_refused_unread():
    with pytest.raises(NotAPicture, match="10 MB"):
        reshaped(b"\xff\xd8" + bytes(limits.PICTURE_BYTES), AVATAR)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        files.encoded("BMP"),
        files.encoded("TIFF"),
        files.encoded("ICO"),
        files.encoded("PNG", (400, 400))[:-200],
        files.encoded("JPEG", (900, 900))[:900],
    ],
)
def test_what_is_no_picture_is_refused_with_a_sentence(data):
    with pytest.raises(NotAPicture):
        reshaped(data, ARTICLE)


@given(some.binary(max_size=300), some.sampled_from(["JPEG", "PNG", "WEBP", "GIF"]), some.integers(0, 300))
def test_a_damaged_file_is_a_picture_or_a_refusal(noise, kind, where):
    data = files.encoded(kind)
    data = data[:where] + noise + data[where + len(noise) :]
    try:
        written, width, height = reshaped(data, AVATAR)
    except NotAPicture:
        return
    assert written[:4] == b"RIFF" and (width, height) == (256, 256)


@pytest.mark.parametrize(("mode", "kind"), [("CMYK", "JPEG"), ("L", "PNG"), ("1", "PNG"), ("I;16", "PNG")])
def test_colours_of_every_sort_are_understood(mode, kind):
    colour = (0, 200, 200, 0) if mode == "CMYK" else 1
    assert opened(files.encoded(kind, mode=mode, colour=colour)).mode == "RGB"


def test_what_is_clear_stays_clear():
    assert opened(files.encoded("PNG", mode="RGBA", colour=(1, 2, 3, 0))).convert("RGBA").getpixel((0, 0))[3] == 0


def test_an_avatar_is_square_and_an_article_keeps_its_proportions():
    photo = files.encoded("JPEG", (3000, 1000))
    assert opened(photo, AVATAR).size == (256, 256)
    assert opened(photo).size == (1600, 533)
    assert opened(files.encoded("PNG", (1080, 20_000))).size == (864, 16_000)
