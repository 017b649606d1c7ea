"""The page of the search: what stands on it when nothing can be searched; and the other ways to the search."""

from __future__ import annotations

import re
from dataclasses import replace

from build_site import Built
from florilegium.model import Works
from florilegium.pages.search_page import search_page
from florilegium.pages.views import theme_ids


def page(built: Built, path: str) -> str:
    return next(file.content for file in built.outputs if file.path == path)


def test_every_theme_and_every_text_can_be_reached_from_it(built: Built) -> None:
    content = page(built, "search.md")
    themes = [f"{theme}/index.md" for theme in theme_ids(built.collection.themes)]
    sources = [f"sources/{one.source.record.id}/index.md" for one in built.placed]
    ways = re.findall(r"\]\(([^)]*)\)", content)
    assert ways == ["index.md", *themes, "subject-index.md", "bibliography/index.md", *sources]
    for theme in built.collection.themes:
        assert f"- [**{theme.title}** {theme.question}]" in content


def test_it_has_a_place_for_the_search_and_says_what_is_missing_without_scripts(built: Built) -> None:
    content = page(built, "search.md")
    assert content.count("<div ") == content.count("</div>") == 2
    assert '<div class="search-host" data-search-page><p class="search-loading">' in content
    assert "<noscript><p class=" in content
    assert content.endswith('<script type="module" src="../assets/search/page.js"></script>\n')


def test_no_bibliography_is_named_where_no_work_is_cited(built: Built) -> None:
    content = search_page(built.collection, built.placed, Works((), (), ())).content
    assert "bibliography" not in content


def test_names_with_signs_of_markup_are_shown_as_they_are(built: Built) -> None:
    (first, *others) = built.collection.themes
    collection = replace(
        built.collection, themes=(replace(first, title="War & *peace*", question="What of <b> [it]?"), *others)
    )
    content = search_page(collection, built.placed, built.works).content
    assert rf"- [**War & \*peace\*** What of &lt;b&gt; \[it\]?]({first.id}/index.md)" in content


def test_the_home_page_leads_to_it(built: Built) -> None:
    form = re.search(r"<form[^>]*>.*?</form>", page(built, "index.md"), re.DOTALL)
    assert form
    assert 'role="search" action="search/" method="get"' in form[0]
    assert 'name="q"' in form[0]
    assert re.findall(r'(?:for|id)="([^"]*)"', form[0]) == ["home-search"] * 2


def test_an_introduction_has_an_anchor_and_a_page_without_one_has_none(built: Built) -> None:
    for theme in built.collection.themes:
        content = page(built, f"{theme.id}/index.md")
        assert content.count('<div id="introduction" class="introduction" markdown="1">') == bool(theme.introduction)
    assert 'id="introduction"' not in page(built, "context/index.md")
