"""Which languages questions are read in, said to whoever asks in another."""

from collections.abc import Mapping

_ENGLISH = "I read questions in Dutch and English, and this seems to be neither. Please ask in one of them."
_SAID: Mapping[str, str] = {
    "de": "Ich lese Fragen auf Niederländisch und Englisch. Bitte frag in einer dieser Sprachen.",
    "fr": "Je lis les questions en néerlandais et en anglais. Pose la tienne dans l'une de ces langues.",
    "es": "Leo preguntas en neerlandés y en inglés. Por favor, pregunta en uno de esos idiomas.",
    "pt": "Leio perguntas em neerlandês e em inglês. Por favor, pergunta numa dessas línguas.",
    "it": "Leggo domande in olandese e in inglese. Per favore, chiedi in una di queste lingue.",
    "pl": "Czytam pytania po niderlandzku i po angielsku. Zadaj pytanie w jednym z tych języków.",
    "tr": "Soruları Felemenkçe ve İngilizce okuyorum. Lütfen bu dillerden birinde sor.",  # noqa: RUF001 - Turkish
    "ar": "أقرأ الأسئلة بالهولندية والإنجليزية. من فضلك اسأل بإحدى هاتين اللغتين.",
    "ru": "Я читаю вопросы на нидерландском и английском языках. Пожалуйста, спросите на одном из них.",
    "uk": "Я читаю запитання нідерландською та англійською мовами. Будь ласка, запитайте однією з них.",
}
LANGUAGES = frozenset(_SAID)


def languages_read(language: str) -> str:
    """Return the sentence in the language of that ISO 639-1 code, in English where it is not one of ten."""
    return _SAID.get(language, _ENGLISH)
