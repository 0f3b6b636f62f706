"""
What a template can do: read what it is given, in loops and choices, and nothing else.

Jinja's own sandbox lets texts be asked for their methods, which can make a page of spaces a gigabyte wide,
or print where in memory they stand. Here nothing has methods.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kamassess.errors import nearest
from kamassess.report.needing import need
from kamassess.report.templating import EXTRA, Template

_FILTERS: Final = frozenset(
    {
        *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first", "float"),
        *("forceescape", "groupby", "int", "items", "join", "last", "length", "list", "lower", "map", "max"),
        *("min", "reject", "rejectattr", "replace", "reverse", "round", "select", "selectattr", "sort"),
        *("string", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount"),
    }
)
"""Those left out make of a text something else than text, or more of it than was there."""

_GLOBALS: Final = frozenset({"cycler", "joiner", "namespace"})
_LONGEST: Final = 1_000
"""So many letters a text that is repeated may have."""


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
    steering = (runtime.LoopContext, runtime.Macro, utils.Cycler, utils.Joiner, utils.Namespace)

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

    class Sandbox(sandboxes.ImmutableSandboxedEnvironment):  # type: ignore[name-defined, misc]
        """A sandbox in which a text stays a text, and has nothing that could be called."""

        intercepted_binops = frozenset({"*", "**", "%"})

        def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
            tree = super()._parse(source, name, filename)
            if tree.find(jinja2.nodes.EvalContextModifier) is not None:
                raise template.wrong("a template cannot say what is escaped; leave 'autoescape' out")
            return tree

        def getattr(self, obj: Any, attribute: str) -> Any:
            """A part by its name."""
            return self._part(obj, attribute, super().getattr)

        def getitem(self, obj: Any, argument: Any) -> Any:
            """A part by its name or number."""
            return self._part(obj, argument, super().getitem)

        def _part(self, obj: Any, name: Any, otherwise: Any) -> Any:
            if isinstance(obj, (jinja2.Undefined, *steering)):
                return otherwise(obj, name)
            try:
                return obj[name]
            except (TypeError, LookupError):
                return self.undefined(obj=obj, name=name)

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            """What numbers can be worked out; a text can be repeated a little."""
            numbers = isinstance(left, int | float) and isinstance(right, int | float)
            if operator == "**" or (operator == "%" and not numbers):
                raise template.wrong(f"a template does without '{operator}'")
            if not numbers:
                one, times = (left, right) if isinstance(right, int) else (right, left)
                if isinstance(one, str) and isinstance(times, int) and len(one) * times > _LONGEST:
                    raise template.wrong(f"a text is not repeated to more than {_LONGEST} letters")
                if not isinstance(one, str):
                    raise template.wrong("only texts can be repeated")
            return super().call_binop(context, operator, left, right)

    def printed(value: Any) -> Any:
        is_text = not callable(value) and not isinstance(value, steering)
        if not is_text and not isinstance(value, jinja2.Undefined):  # which is told when it is written out
            raise template.wrong("only texts and numbers can be filled in")
        return value

    environment = Sandbox(autoescape=True, undefined=Unknown, finalize=printed)
    environment.filters = {name: it for name, it in environment.filters.items() if name in _FILTERS}
    environment.globals = {name: it for name, it in environment.globals.items() if name in _GLOBALS}
    return environment
