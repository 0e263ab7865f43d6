"""How pages name what stands around an article: reactions, menus, and lists of other articles."""

import re

# Class names and ids of news sites and their software, as words of a longer name too.
_ANYWHERE = (
    "comments comment-?list reacties? reactions? kommentare? respond repl(?:y|ies) discuss\\w* "
    "relate[ds]? gerelateerd\\w* verwandte?\\w* sidebar\\d* widgets?(?!\\s+Blog\\b) teasers? promos? "
    "recommend\\w* popular trending most-?read meest-?gelezen lees-?(?:ook|meer|verder) "
    "read-?(?:more|next|also) more-?(?:news|stories|on|from) newsletters? nieuwsbrief cookies?\\w* "
    "consent breadcrumbs? menu carousel slider archives? event-?(?:dates?|times?) agenda calendar "
    "kalender latest recent caption navigation nav pag(?:er|ination) advert\\w* disqus copyright "
    "bibliography references citations? prev(?:ious)? next ticker masthead top-?bar "
)
# Those that mean something else within a longer name, as the foot of a post and the comment of an editor.
_AT_ITS_START = "comment (?:(?:site|page|main|global)[_-])?footer"
_NAMED = re.compile(
    rf"(?:(?:^|[\s_-])(?:{'|'.join(_ANYWHERE.split())})|(?<!\S)(?:{'|'.join(_AT_ITS_START.split())}))(?=$|[\s_-])",
    re.IGNORECASE,
)
# WordPress' own themes keep a post's date at its foot.
_FOOT_OF_POST = re.compile(
    r"(?:^|\s)(?!site|page|main|global)[a-z]+[_-]{0,2}(?:footer|meta\w*|info)\b", re.IGNORECASE
)
_LIST = re.compile(
    r"(?:lees (?:ook|meer|verder)|meer (?:nieuws|over|van|uit|artikelen|lezen)|ook interessant|gerelateerd|"
    r"laatste nieuws|meest gelezen|populair|aanbevolen|(?:\d+ )?reacties?|reageer|geef een reactie|"
    r"related|more (?:news|from|on|stories)|read (?:more|next|also)|most read|latest|popular|trending|"
    r"recommended|you may also|(?:\d+ )?comments?|leave a (?:reply|comment)|join the conversation)\b",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def is_named(names: str) -> bool:
    """Tell whether class names and ids are those of furniture."""
    return not is_foot_of_post(names) and _NAMED.search(_CAMEL.sub("-", names)) is not None


def is_foot_of_post(names: str) -> bool:
    """Tell whether class names and ids are those of the lines below a post that say when and by whom."""
    return _FOOT_OF_POST.search(_CAMEL.sub("-", names)) is not None


def heads_a_list(words: str) -> bool:
    """Tell whether a heading opens a list of other articles or of reactions."""
    return _LIST.match(words) is not None
