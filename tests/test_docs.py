"""What the pages in docs/ say is so: files can be read, names exist, links lead somewhere."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from doctest import ELLIPSIS, REPORT_NDIFF, DocTestParser, DocTestRunner, Example, OutputChecker
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

import kamassess as ka
from kamassess.cases import load_cases
from kamassess.checklist.reading import checklist_from_data, read_checklist
from kamassess.model.reading import read_further, read_organisation
from kamassess.report.saved import KEYS
from kamassess.report.templating import Template, standard_template, unpacked
from kamassess.source import read_text
from tests.second import needs_rete

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
PAGES = sorted([*DOCS.glob("*.md"), *DOCS.glob("checklists/*.md")])

# ```yaml after a comment that says what the block is, as <!-- organisation --> or <!-- file docs/... -->.
BLOCK = re.compile(
    r"(?:<!-- (?P<what>[^>]+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE
)

FOLDERS = "kamassess|docs|tests|checklists|checklist|cli|engine|facts|findings|graph|model|report|scoring|showing|source"
FILE = re.compile(rf"`((?:{FOLDERS})/(?:[\w/.\-]*(?:/|\.\w+))?)`")


def blocks(page: Path, language: str) -> Iterator[tuple[str | None, str]]:
    for match in BLOCK.finditer(page.read_text("utf-8")):
        if match["language"] == language:
            yield match["what"], match["text"]


def pages_with(language: str) -> list[Path]:
    return [page for page in PAGES if any(blocks(page, language))]


def follow(page: Path, folder: Path) -> Iterator[str]:
    """
    Do in a folder what a page tells its reader to do: write and change files, type commands, run Python.

    Yields:
        What came out otherwise than the page says.
    """
    names: dict[str, object] = {}
    for match in BLOCK.finditer(page.read_text("utf-8")):
        match (match["what"] or "").split(), match["text"]:
            case ["write", name], text:
                (folder / name).write_text(text, "utf-8")
            case ["add", "to", name], text:
                (folder / name).write_text((folder / name).read_text("utf-8") + text, "utf-8")
            case ["change", name], text:
                (folder / name).write_text(changed((folder / name).read_text("utf-8"), text), "utf-8")
            case ["type"], text:
                for command, _, expected in (one.partition("\n") for one in text.split("$ ")[1:]):
                    yield from differing(command, expected, typed(command, folder))
            case ["run"], text:
                told: list[str] = []
                test = DocTestParser().get_doctest(text, names, page.name, None, None)
                DocTestRunner(optionflags=ELLIPSIS).run(test, out=told.append, clear_globs=False)
                names = test.globs
                yield from told


def changed(text: str, difference: str) -> str:
    """A text after a change of lines: those with ``-`` become those with ``+``."""
    lines = difference.splitlines()
    old = "".join(f"{line[1:]}\n" for line in lines if line.startswith("-"))
    new = "".join(f"{line[1:]}\n" for line in lines if line.startswith("+"))
    assert text.count(old) == 1, old
    return text.replace(old, new)


def typed(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    ran = subprocess.run(
        [Path(sys.executable).parent / program, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return ran.stdout


def differing(command: str, expected: str, found: str) -> Iterator[str]:
    checker = OutputChecker()
    if not checker.check_output(expected, found, ELLIPSIS):
        yield f"$ {command}\n" + checker.output_difference(Example(command, expected), found, REPORT_NDIFF)


def script(name: str) -> Any:
    """A script of the documentation, as a module."""
    spec = spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_vocabulary_page_is_as_the_vocabulary() -> None:
    page = (DOCS / "vocabulary.md").read_text("utf-8")
    assert page == script("make_vocabulary").vocabulary_page(), "run: python docs/make_vocabulary.py"


def test_the_gallery_shows_what_the_pictures_are() -> None:
    pytest.importorskip("pygraphviz", reason="the thread is laid out by Graphviz")
    fresh = script("make_gallery").gallery()
    drawn = {one.relative_to(DOCS).as_posix() for one in (DOCS / "gallery").iterdir()}
    assert drawn | {"gallery.md"} == set(fresh)
    for file, content in fresh.items():
        there = (DOCS / file).read_text("utf-8")
        # Where the nodes of the thread stand is for the version of Graphviz to say.
        told = there if "thread" not in file else sorted(re.findall(r">([^<]+)<", there))
        assert told == (content if "thread" not in file else sorted(re.findall(r">([^<]+)<", content))), (
            "run: python docs/make_gallery.py"
        )


def test_the_standard_template_says_what_its_script_writes() -> None:
    pytest.importorskip("docx", reason="templates need the extra 'office'")
    made = unpacked(Template("made.docx", script("make_template").template()))
    there = unpacked(Template("report.docx", standard_template()))
    assert set(made) == set(there)
    # Styles and settings begin with those of python-docx, which may have others another day.
    ours = [one for one in made if re.fullmatch(r"word/(document|header\d|footer\d)\.xml", one)]
    assert len(ours) == 4
    assert {one: made[one] for one in ours} == {one: there[one] for one in ours}, (
        "run: python docs/make_template.py"
    )


@pytest.mark.parametrize("page", pages_with("yaml"), ids=lambda page: page.stem)
def test_every_yaml_block_says_what_it_is_and_can_be_read(page: Path, tmp_path: Path) -> None:
    organisation, checklist = None, tmp_path
    for what, text in blocks(page, "yaml"):
        tree = read_text(text, page.name)
        match what:
            case "organisation":
                organisation = read_organisation(tree)
            case "answers":
                assert organisation is not None
                assert read_further(tree, organisation).answers
            case "checklist":
                ka.compile(read := read_checklist(tree))
                checklist = tmp_path / f"{read.id}.yaml"
                checklist.write_text(text, "utf-8")
            case "cases":
                cases = tmp_path / "cases" / checklist.name
                cases.parent.mkdir(exist_ok=True)
                cases.write_text(text, "utf-8")
                assert load_cases(checklist).cases
            case str() if what.startswith("file "):
                assert text.strip() in (ROOT / what.removeprefix("file ")).read_text("utf-8")
            case str() if what.startswith(("write ", "add to ")):
                pass  # whoever follows the page finds out
            case _:
                pytest.fail(f"say in a comment above it what this block is:\n{text}")


@needs_rete  # its output has the second opinion in it
def test_the_tutorial_can_be_followed_from_an_empty_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "\n".join(follow(DOCS / "tutorial.md", tmp_path)) == ""


@pytest.mark.parametrize("page", pages_with("cel"), ids=lambda page: page.stem)
def test_every_rule_in_a_cel_block_compiles_for_a_chain(page: Path) -> None:
    for _, text in blocks(page, "cel"):
        for rule in text.splitlines():
            checkpoint = {"id": "A", "title": "A", "role": "requirement", "holds": rule}
            checkpoint |= {"each": "chain", "if_none": "nonconformity"}
            one = {"id": "one", "title": "One", "checkpoints": [checkpoint]}
            source = {"title": page.name}
            own = {"id": "own", "version": "1", "title": "Own", "source": source, "requirements": [one]}
            ka.compile(checklist_from_data(own))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_name_of_ours_exists(page: Path) -> None:
    for name in sorted(set(re.findall(r"`(kamassess(?:\.\w+)+)`", page.read_text("utf-8")))):
        module, _, attribute = name.rpartition(".")
        assert hasattr(import_module(module), attribute), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_path_of_ours_exists(page: Path) -> None:
    for path in sorted(set(FILE.findall(page.read_text("utf-8")))):
        if "own-list" not in path:
            assert any((top / path).exists() for top in (ROOT, ROOT / "kamassess")), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text("utf-8")):
        path, _, anchor = target.partition("#")
        if "://" in path:
            continue
        there = (page.parent / path).resolve() if path else page
        assert there.exists(), target
        assert not anchor or anchor in anchors(there), target


def anchors(page: Path) -> set[str]:
    """The headings of a page as links name them."""
    heads = re.findall(r"^#+ (.+)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def test_the_page_names_every_key_of_a_saved_assessment() -> None:
    section = (DOCS / "formats.md").read_text("utf-8").split("## An assessment")[1].split("\n## ")[0]
    told = set(re.findall(r"\w+", " ".join(re.findall(r"`([^`]+)`", section))))
    keys = {key.rstrip("?") for listed in KEYS.values() for key in listed.split()}
    assert keys <= told


def test_the_layers_on_the_page_are_those_of_the_contract() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    layers = [re.sub(r"[()]", "", layer) for layer in contract["layers"] if layer != "(__main__)"]
    page = re.sub(r"\s+", " ", (DOCS / "architecture.md").read_text("utf-8"))
    assert " > ".join(layers) in page
