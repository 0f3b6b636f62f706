"""Templates of one's own: what they can say, and what is wrong with them in words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
from attrs import evolve

import kamassess as ka
from kamassess.report.context import context
from kamassess.report.illustrating import illustrated
from kamassess.report.templating import Template, standard_template, unpacked
from kamassess.report.word import to_docx
from kamassess.result import Result
from kamassess.source.archive import packed
from tests.report.paper import DAY
from tests.report.test_word import docx, text


def template(*lines: str, above: str = "", name: str = "own.docx") -> Template:
    """A Word document with a paragraph for each line."""
    made = docx.Document()
    for line in lines:
        made.add_paragraph(line)
    if above:
        made.sections[0].header.paragraphs[0].text = above
    file = BytesIO()
    made.save(file)
    return Template(name, file.getvalue())


def filled(result: Result, *lines: str, language: str = "en", **more: str) -> str:
    return text(to_docx(result, language, template(*lines, **more)))


def wrong(result: Result, given: Template) -> ka.errors.Mistake:
    """What is wrong with a template."""
    with pytest.raises(ka.InvalidTemplate) as refused:
        to_docx(result, "en", given)
    (mistake,) = refused.value.mistakes
    assert mistake.place.source == given.name
    return mistake


def changed(**parts: bytes | None) -> Template:
    """The standard template with parts that are others, or that are not there."""
    known = unpacked(Template("", standard_template()))
    for name, data in parts.items():
        file = name.replace("__", "/").replace("_dot_", ".")
        if data is None:
            del known[file]
        else:
            known[file] = data
    return Template("own.docx", packed(known))


class TestOwn:
    def test_it_says_what_it_asks_for(self, result: Result) -> None:
        said = filled(result, "{{ organisation }} on {{ date }} ({{ as_of }}, {{ language }})")
        assert said == "Municipality of Smalltown on 1 November 2026 (2026-11-01, en)"

    def test_it_tells_findings_in_its_own_order(self, result: Result) -> None:
        said = filled(
            result,
            "{%p for it in findings if it.grade == 'major' %}",
            "{{ it.number }} {{ it.title }} | {{ it.why|join('; ') }} | {{ it.do|join }} | {{ it.who|join }}",
            "{%p endfor %}",
        )
        assert said.splitlines()
        assert all(line.count(" | ") == 3 for line in said.splitlines())

    def test_it_shows_scores_and_pictures_and_what_it_does_not_show_is_not_there(
        self, result: Result
    ) -> None:
        made = to_docx(result, "en", template("{{ scores[0].bar }}", "{{ pictures[0].image }}"))
        with ZipFile(BytesIO(made)) as archive:
            assert sum(one.startswith("word/media/") for one in archive.namelist()) == 2
        none = to_docx(result, "en", template("{{ title }}"))
        with ZipFile(BytesIO(none)) as archive:
            assert not any(one.startswith("word/media/") for one in archive.namelist())

    def test_what_stands_above_the_page_is_filled_too(self, result: Result) -> None:
        made = to_docx(result, "en", template("{{ title }}", above="{{ organisation }}"))
        header = docx.Document(BytesIO(made)).sections[0].header
        assert header.paragraphs[0].text == "Municipality of Smalltown"

    def test_a_template_of_word_for_new_documents_will_do(self, result: Result) -> None:
        known = unpacked(template("{{ organisation }}"))
        types = known["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
        made = to_docx(result, "en", Template("own.dotx", packed({**known, "[Content_Types].xml": types})))
        assert "Smalltown" in text(made)

    def test_it_is_a_file_for_who_has_an_assessment(self, result: Result, tmp_path: Path) -> None:
        file = tmp_path / "own.docx"
        file.write_bytes(template("{{ organisation }}").data)
        assert "Smalltown" in text(ka.Assessment(result).to_docx("en", file))
        with pytest.raises(ka.InvalidSource, match="there is no such file"):
            ka.Assessment(result).to_docx("en", tmp_path / "none.docx")


class TestDocumentation:
    def test_every_variable_stands_on_the_page_about_templates(self, result: Result) -> None:
        page = (Path(__file__).parents[2] / "docs" / "templates.md").read_text("utf-8")
        given = context(illustrated(result, "en"), "x", DAY, "en")
        names = {*given, *given["words"], *given["findings"][0]}
        names |= {key for one in given["sections"] for block in one["blocks"] for key in block}
        within = {"svg", "width", "ends", "texts", "root"}  # of our own making, not to be relied on
        assert {one for one in names - within if f"`{one}`" not in page} == set()


class TestMistakes:
    def test_an_unknown_variable_is_told_with_the_nearest(self, result: Result) -> None:
        mistake = wrong(result, template("{{ organistion }}"))
        assert str(mistake) == "own.docx: there is no variable 'organistion'; did you mean 'organisation'?"

    def test_an_unknown_part_of_a_finding_is_told_with_the_nearest(self, result: Result) -> None:
        mistake = wrong(result, template("{%p for it in findings %}", "{{ it.titel }}", "{%p endfor %}"))
        assert str(mistake) == "own.docx: there is no 'titel' in this; did you mean 'title'?"

    def test_a_text_has_no_parts(self, result: Result) -> None:
        assert "a text or list has no 'name'" in str(wrong(result, template("{{ organisation.name }}")))

    @pytest.mark.parametrize(
        "asked", ["{% if nothing %}x{% endif %}", "{{ nothing|length }}", "{{ nothing ~ 1 }}"]
    )
    def test_it_is_told_however_it_is_used(self, asked: str, result: Result) -> None:
        assert "there is no variable 'nothing'" in str(wrong(result, template(asked)))

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("{% if title %}", "endif"),
            ("{{ title", "unexpected"),
            ("{% nothing %}", "unknown tag 'nothing'"),
            ("{{ title|nothing }}", "no filter named 'nothing'"),
            ("{{ title|safe }}", "no filter named 'safe'"),
            ("{% include 'other.docx' %}", "no loader"),
            ("{{ 1 / 0 }}", "division by zero"),
        ],
    )
    def test_what_cannot_be_understood_is_told(self, line: str, said: str, result: Result) -> None:
        assert said in str(wrong(result, template(line))).lower()

    @pytest.mark.parametrize(
        "line",
        [
            "{{ ''.__class__ }}",
            "{{ title.__class__.__mro__ }}",
            "{{ ''|attr('__class__') }}",
            "{{ '{0.__class__}'.format(title) }}",
            "{{ findings.append(1) }}",
            "{{ ().__class__.__base__ }}",
            "{{ range(1000000000) }}",
        ],
    )
    def test_what_reaches_outside_is_refused(self, line: str, result: Result) -> None:
        wrong(result, template(line))

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("{{ organisation.format }}", "a text or list has no 'format'"),
            ("{{ '%999999999d' % 1 }}", "does without '%'"),
            ("{{ '{:999999999}'.format(1) }}", "has no 'format'"),
            ("{{ organisation.center(999999999) }}", "has no 'center'"),
            ("{{ organisation|center(999999999) }}", "no filter named 'center'"),
            ("{{ [title]|batch(999999999, 'x')|list }}", "no filter named 'batch'"),
            ("{{ lipsum(999999) }}", "no variable 'lipsum'"),
            ("{{ 9 ** 9 ** 9 }}", "does without '**'"),
            ("{{ 'x' * 999999999 }}", "more than 100,000 letters"),
            ("{{ 999999999 * 'x' }}", "more than 100,000 letters"),
            ("{{ [title] * 999999999 }}", "only texts can be repeated"),
            ("{% for it in verdict %}{{ loop.cycle }}{% endfor %}", "only texts and numbers"),
            ("{% for it in verdict %}{{ loop }}{% endfor %}", "only texts and numbers"),
            ("{{ namespace }}", "only texts and numbers"),
            ("{{ self }}", "only texts and numbers"),
            ("{{ verdict }}", "only texts and numbers"),
            ("{{ verdict|string }}", "only texts and numbers"),
            ("{{ [[title]]|join }}", "only texts and numbers"),
            ("{{ verdict + verdict }}", "only texts and numbers"),
            ("{{ title|join('x' * 9999)|join('y' * 9999) }}", "more than 100,000 letters"),
            ("{{ title|replace('', 'x' * 9999)|replace('', 'x' * 9999) }}", "more than 100,000 letters"),
            (
                f"{{% set a = title %}}{'{% set a = a ~ a %}' * 40}{{{{ a|length }}}}",
                "more than 100,000 letters",
            ),
            (
                f"{{% set a = title %}}{'{% set a = a + a %}' * 40}{{{{ a|length }}}}",
                "more than 100,000 letters",
            ),
            (f"{{% set a = 9 %}}{'{% set a = a * a %}' * 40}{{{{ a }}}}", "a number that is too large"),
            (f"{{% set a = [title] %}}{'{% set a = [a, a] %}' * 40}{{{{ a }}}}", "only texts and numbers"),
            ("{{ [[1], [1]]|sum(start=[]) }}", "no filter named 'sum'"),
            ("{{ 1|round(999999999, 'ceil') }}", "no filter named 'round'"),
        ],
    )
    def test_nothing_has_methods_or_grows_beyond_what_was_there(
        self, line: str, said: str, result: Result
    ) -> None:
        assert said in str(wrong(result, template(line))).lower()

    def test_texts_are_put_together_and_stay_texts(self, result: Result) -> None:
        lines = (
            "{{ 'a<' ~ 1 ~ '>' }}",
            "{{ 'a<' + 'b' }}",
            "{{ ['<a>', 2]|join(' < ') }}",
            "{{ verdict|map(attribute='tone')|unique|join('; ') }}",
            "{{ verdict|join(', ', attribute='tone') }}",
            "{{ 'a > b'|replace('>', '<') }}",
            "{{ '<a>'|upper }}",
        )
        said = filled(result, *lines).splitlines()
        assert [*said[:3], *said[5:]] == ["a<1>", "a<b", "<a> < 2", "a < b", "<A>"]
        assert said[4].startswith(said[3])

    def test_loops_steer_and_numbers_count(self, result: Result) -> None:
        said = filled(
            result,
            "{% set seen = namespace(count=0) %}"
            "{% for it in verdict %}{% set seen.count = seen.count + loop.index * 2 %}"
            "{{ loop.cycle('a', 'b') }}{% endfor %}{{ seen.count % 7 }}{{ '-' * 3 }}"
            "{% for name, it in words|items %}{{ name }} {% endfor %}",
        )
        assert said == "aba5---page of proven claimed possible "

    def test_a_text_is_not_lost_by_the_tag_for_formatted_ones(self, result: Result) -> None:
        assert "did you mean '{{'" in str(wrong(result, template("{{r organisation }}")))

    def test_pictures_do_not_fit_above_the_page(self, result: Result) -> None:
        mistake = wrong(result, template("x", above="{{ pictures[0].image }}"))
        assert "not above or below the page" in mistake.message


class TestFiles:
    @pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)])
    def test_what_is_no_word_document_is_told(self, data: bytes, result: Result) -> None:
        assert wrong(result, Template("own.docx", data)).message.startswith(
            "this is no Word document (.docx)"
        )

    def test_a_damaged_document_is_told(self, result: Result) -> None:
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", b"a long text " * 99)
        damaged = bytearray(file.getvalue())
        damaged[47:55] = b"\xff" * 8  # the packed bytes stand behind the 30 of the head and the name
        assert "a damaged one" in wrong(result, Template("own.docx", bytes(damaged))).message

    @pytest.mark.parametrize("how", [ZIP_BZIP2, ZIP_LZMA])
    def test_one_that_is_packed_as_no_office_packs_is_not_opened(self, result: Result, how: int) -> None:
        file = BytesIO()
        with ZipFile(file, "w", how) as archive:
            archive.writestr("word/document.xml", b"x")
        assert "packed in a way" in wrong(result, Template("own.docx", file.getvalue())).message

    def test_a_workbook_is_no_word_document(self, result: Result) -> None:
        types = unpacked(template("x"))["[Content_Types].xml"].replace(b"wordprocessingml", b"spreadsheetml")
        assert "no Word document" in wrong(result, changed(**{"[Content_Types]_dot_xml": types})).message

    def test_macros_are_refused(self, result: Result) -> None:
        assert "has macros" in wrong(result, changed(word__vbaProject_dot_bin=b"x")).message

    def test_a_part_that_is_not_there_is_told(self, result: Result) -> None:
        wrong(result, changed(word__document_dot_xml=None))

    def test_xml_that_is_none_is_told(self, result: Result) -> None:
        wrong(result, changed(word__document_dot_xml=b"<w:document"))

    def test_a_bomb_is_not_unpacked(self, result: Result) -> None:
        file = BytesIO()
        with ZipFile(file, "w", ZIP_DEFLATED) as archive:
            archive.writestr("word/document.xml", bytes(50 * 2**20))
        assert "it is not read" in wrong(result, Template("own.docx", file.getvalue())).message

    def test_so_many_parts_no_document_has(self, result: Result) -> None:
        file = BytesIO()
        with ZipFile(file, "w") as archive:
            for number in range(2001):
                archive.writestr(f"{number}.xml", b"x")
        assert "that are read" in wrong(result, Template("own.docx", file.getvalue())).message

    def test_entities_of_xml_are_not_followed(self, result: Result, tmp_path: Path) -> None:
        secret = tmp_path / "secret.txt"
        secret.write_text("secret", "utf-8")
        known = unpacked(template("{{ title }}"))
        head, _, body = known["word/document.xml"].partition(b"?>")
        attack = f'<!DOCTYPE x [<!ENTITY y SYSTEM "{secret.as_uri()}">]>'.encode()
        body = body.replace(b"{{ title }}", b"{{ title }}&y;")
        data = packed({**known, "word/document.xml": head + b"?>" + attack + body})
        try:
            made = to_docx(result, "en", Template("own.docx", data))
        except ka.InvalidTemplate:
            return
        assert "secret" not in text(made)


def test_an_error_survives_being_sent_to_another_process(result: Result) -> None:
    import pickle

    with pytest.raises(ka.InvalidTemplate) as refused:
        to_docx(result, "en", template("{{ organistion }}"))
    again: Any = pickle.loads(pickle.dumps(refused.value))  # noqa: S301 - our own
    assert str(again) == str(refused.value)


RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def related(kind: str, target: str, mode: str = "External") -> Template:
    """The standard template with one more relation."""
    rels = unpacked(Template("", standard_template()))["word/_rels/document.xml.rels"]
    one = f'<Relationship Id="rX" Type="{RELATIONS}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return changed(
        word___rels__document_dot_xml_dot_rels=rels.replace(
            b"</Relationships>", f"{one}</Relationships>".encode()
        )
    )


def with_body(xml: str) -> Template:
    """A document with XML in its body."""
    known = unpacked(template("{{ title }}"))
    body = known["word/document.xml"].replace(b"<w:sectPr", f"<w:p>{xml}</w:p><w:sectPr".encode(), 1)
    return Template("own.docx", packed({**known, "word/document.xml": body}))


class TestActive:
    @pytest.mark.parametrize(
        "kind", ["attachedTemplate", "image", "oleObject", "frame", "aFChunk", "subDocument"]
    )
    def test_what_comes_from_outside_is_refused(self, result: Result, kind: str) -> None:
        told = wrong(result, related(kind, "http://example.org/x")).message
        assert ("other programs in it" if kind == "oleObject" else f"takes '{kind}' from outside") in told

    def test_a_link_in_its_text_is_not(self, result: Result) -> None:
        assert to_docx(result, "en", related("hyperlink", "https://example.org/"))

    def test_macros_under_another_name_are_refused(self, result: Result) -> None:
        types = unpacked(Template("", standard_template()))["[Content_Types].xml"]
        vba = b'<Override PartName="/word/evil.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
        given = changed(
            **{"[Content_Types]_dot_xml": types.replace(b"</Types>", vba), "word__evil_dot_bin": b"x"}
        )
        assert "has macros" in wrong(result, given).message

    @pytest.mark.parametrize(
        "field",
        [
            '<w:fldSimple w:instr=" DDEAUTO cmd "/>',
            '<w:r><w:instrText> INCLUDETEXT "c:/x" </w:instrText></w:r>',
            "<w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO cmd</w:instrText></w:r>",
        ],
    )
    def test_fields_that_fetch_are_refused(self, result: Result, field: str) -> None:
        assert "from outside of it" in wrong(result, with_body(field)).message

    def test_a_number_of_the_page_is_a_field_that_is_not(self, result: Result) -> None:
        assert to_docx(result, "en", with_body('<w:fldSimple w:instr=" PAGE "/>'))

    def test_what_people_wrote_becomes_no_field(self, result: Result) -> None:
        text = "DDEAUTO cmd /c calc"
        named = evolve(result, organisation=evolve(result.organisation, name={"nl": text, "en": text}))
        given = with_body("<w:r><w:instrText>{{ organisation }}</w:instrText></w:r>")
        assert "from outside of it" in wrong(named, given).message

    @pytest.mark.parametrize("name", ["word/document.dat", "doc/main.xml"])
    def test_a_field_is_found_whatever_its_part_is_called(self, result: Result, name: str) -> None:
        parts = unpacked(template("{{ title }}"))
        field = b"<w:p><w:r><w:instrText>DDEAUTO cmd</w:instrText></w:r></w:p><w:sectPr"
        parts[name] = parts.pop("word/document.xml").replace(b"<w:sectPr", field, 1)
        folder, _, file = name.partition("/")
        parts[f"{folder}/_rels/{file}.rels"] = parts.pop("word/_rels/document.xml.rels")
        for one in ("_rels/.rels", "[Content_Types].xml"):
            parts[one] = parts[one].replace(b"word/document.xml", name.encode())
        told = wrong(result, Template("own.docx", packed(parts))).message
        assert "DDEAUTO" in told if name.endswith(".xml") else "neither text nor picture" in told

    @pytest.mark.parametrize(
        ("xml", "said"),
        [
            (
                '<w:pict><v:imagedata src="http://example.org/x.png"/></w:pict>',
                "'imagedata' in this document",
            ),
            (r'<w:pict><v:imagedata src="\\example.org\x.png"/></w:pict>', "'imagedata' in this document"),
            ('<w:altChunk r:id="rId77"/>', "a file of another format"),
            ("<w:mailMerge/>", "a mail merge"),
        ],
    )
    def test_what_fetches_without_a_relation_is_refused(self, result: Result, xml: str, said: str) -> None:
        spaces = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="urn:r"'
        given = with_body(f"<w:r><w:t {spaces}>x</w:t></w:r>{xml.replace(' ', f' {spaces} ', 1)}")
        assert said in wrong(result, given).message

    def test_a_relation_is_no_link_because_its_type_ends_so(self, result: Result) -> None:
        rels = unpacked(Template("", standard_template()))["word/_rels/document.xml.rels"]
        one = b'<Relationship Id="rX" Type="http://x/hyperlink" Target="http://example.org/" TargetMode="External"/>'
        given = changed(
            word___rels__document_dot_xml_dot_rels=rels.replace(
                b"</Relationships>", one + b"</Relationships>"
            )
        )
        assert "from outside" in wrong(result, given).message

    def test_another_encoding_hides_nothing(self, result: Result) -> None:
        text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>'
        given = changed(word__settings_dot_xml=text.encode("utf-16"))
        assert "an encoding of its own" in wrong(result, given).message

    @pytest.mark.parametrize("said", ["false", "true", "1 == 2"])
    def test_a_template_cannot_say_that_texts_are_not_escaped(self, result: Result, said: str) -> None:
        given = template(f"{{% autoescape {said} %}}{{{{ organisation }}}}{{% endautoescape %}}")
        assert "leave 'autoescape' out" in wrong(result, given).message
