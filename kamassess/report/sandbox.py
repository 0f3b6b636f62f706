"""
What a template can do: read what it is given, in loops and choices, and nothing else.

Jinja's own sandbox lets texts be asked for their methods, which can make a page of spaces a gigabyte wide,
or print where in memory they stand. Here nothing has methods, and no text or number grows without end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import Any, Final

from kamassess.errors import nearest
from kamassess.report.needing import need
from kamassess.report.templating import EXTRA, Template

_OF_TEXTS: Final = frozenset(
    {
        *("capitalize", "e", "escape", "forceescape", "lower", "string", "title", "trim", "truncate"),
        *("upper", "wordcount"),
    }
)
_OF_OTHERS: Final = frozenset(
    {
        *("abs", "count", "d", "default", "dictsort", "first", "float", "groupby", "int", "items", "last"),
        *("length", "list", "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr"),
        *("sort", "unique"),
    }
)
"""Filters left out make of a text something else than text, or more of anything than was there."""

_GLOBALS: Final = frozenset({"cycler", "joiner", "namespace"})

LONGEST: Final = 100_000
"""So many letters a text may have that a template makes of others."""

_LARGEST: Final = 10**15


def sandbox(template: Template, known: tuple[str, ...]) -> Any:
    """
    An environment in which a template reads what it is given, and reaches nothing else.

    Args:
        template: the template, of which mistakes are told.
        known: the names of the variables that there are.

    Returns:
        A Jinja environment.

    Raises:
        MissingLibrary: Jinja is not installed.
    """
    jinja2, sandboxes = need("jinja2", EXTRA), need("jinja2.sandbox", EXTRA)
    runtime, utils = need("jinja2.runtime", EXTRA), need("jinja2.utils", EXTRA)
    steering = (runtime.LoopContext, runtime.Macro, utils.Namespace)

    class Unknown(jinja2.StrictUndefined):  # type: ignore[name-defined, misc]
        """A variable that there is not; whatever is done with it is a mistake in the template."""

        __slots__ = ()

        @property
        def _undefined_message(self) -> str:
            if self._undefined_hint:
                return str(self._undefined_hint)
            name, within = str(self._undefined_name), self._undefined_obj
            if within is utils.missing:
                raise template.wrong(f"there is no variable '{name}'", nearest(name, known))
            if isinstance(within, Mapping):
                raise template.wrong(f"there is no '{name}' in this", nearest(name, within))
            raise template.wrong(f"a text or list has no '{name}'")

    made = _Making(template, need("markupsafe", EXTRA).escape, Unknown)

    class Joining(need("jinja2.visitor", EXTRA).NodeTransformer):  # type: ignore[misc]
        """Has what ``~`` joins measured first."""

        def visit_Concat(self, node: Any) -> Any:  # noqa: N802 - as the library calls it
            here = jinja2.nodes.EnvironmentAttribute("joined")
            return self.generic_visit(jinja2.nodes.Call(here, node.nodes, [], None, None, lineno=node.lineno))

    class Sandbox(sandboxes.ImmutableSandboxedEnvironment):  # type: ignore[name-defined, misc]
        """A sandbox in which a text stays a text, and has nothing that could be called."""

        intercepted_binops = frozenset({"+", "*", "**", "%"})

        def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
            tree = super()._parse(source, name, filename)
            if tree.find(jinja2.nodes.EvalContextModifier) is not None:
                raise template.wrong("a template cannot say what is escaped; leave 'autoescape' out")
            return Joining().visit(tree)

        def getattr(self, obj: Any, attribute: str) -> Any:
            """A part by its name."""
            return self._part(obj, attribute, super().getattr)

        def getitem(self, obj: Any, argument: Any) -> Any:
            """A part by its name or number."""
            return self._part(obj, argument, super().getitem)

        def _part(self, obj: Any, name: Any, otherwise: Callable[[Any, Any], Any]) -> Any:
            if isinstance(obj, (jinja2.Undefined, utils.Cycler, *steering)):
                return otherwise(obj, name)
            try:
                return obj[name]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=name)

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """What two make together."""
            return made.together(operator, left, right)

        def joined(self, *several: Any) -> Any:
            """What ``~`` makes."""
            return made.joined(several)

    environment = Sandbox(autoescape=True, undefined=Unknown, finalize=made.plain)
    filters = environment.filters
    environment.filters = {
        **{name: filters[name] for name in _OF_OTHERS},
        **{name: made.checked(filters[name]) for name in _OF_TEXTS},
        "join": made.joined,
        "replace": made.replaced,
    }
    environment.globals = {name: environment.globals[name] for name in _GLOBALS}
    return environment


class _Making:
    """
    Texts and numbers that a template makes of others, measured before they are made.

    Args:
        template: the template, of which mistakes are told.
        escape: makes of a text one with nothing active in it.
        unknown: the class of what there is not, which says so when it is written out.
    """

    def __init__(self, template: Template, escape: Callable[[Any], Any], unknown: type) -> None:
        self.template, self.escape, self.unknown = template, escape, unknown

    def plain(self, value: Any) -> Any:
        """A text or number; all else cannot be written out, and what there is not says so."""
        if isinstance(value, self.unknown):
            str(value)
        if value is not None and not isinstance(value, str | int | float):
            raise self.template.wrong("only texts and numbers can be filled in")
        return value

    def checked(self, text_filter: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that takes nothing but a text or number."""
        at = 1 if hasattr(text_filter, "jinja_pass_arg") else 0

        @wraps(text_filter)
        def taking(*given: Any, **named: Any) -> Any:
            self.plain(given[at])
            return text_filter(*given, **named)

        return taking

    def together(self, operator: str, left: Any, right: Any) -> Any:
        """What numbers come to; texts are put together by ``+`` and repeated by ``*``."""
        if isinstance(left, int | float) and isinstance(right, int | float) and operator != "**":
            if operator == "%":
                return left % right
            found = left + right if operator == "+" else left * right
            if abs(found) > _LARGEST:
                raise self.template.wrong("this makes a number that is too large")
            return found
        if operator == "+":
            return self.joined((left, right))
        one, times = (left, right) if isinstance(right, int) else (right, left)
        if operator != "*":
            raise self.template.wrong(f"a template does without '{operator}'")
        if not isinstance(one, str) or not isinstance(times, int):
            raise self.template.wrong("only texts can be repeated")
        self._fits(len(one) * times)
        return one * times

    def joined(self, several: Iterable[Any], d: str = "", attribute: str | None = None) -> Any:
        """Texts and numbers behind each other, with something between them."""
        parts = [one[attribute] if attribute else one for one in several]
        texts = [self.escape(self.plain(one)) for one in parts]
        between = self.escape(self.plain(d))
        self._fits(sum(map(len, texts)) + len(between) * len(texts))
        return between.join(texts)

    def replaced(self, text: Any, old: str, new: str, count: int = -1) -> Any:
        """A text with something else for a part of it."""
        whole, part, other = (self.escape(self.plain(one)) for one in (text, old, new))
        self._fits(len(whole) + (whole.count(part)) * len(other))
        return whole.replace(part, other, count)

    def _fits(self, letters: int) -> None:
        if letters > LONGEST:
            raise self.template.wrong(f"this makes a text of more than {LONGEST:,} letters")
