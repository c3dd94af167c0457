"""Both languages say the same things: equal keys, equal placeholders, no text left in the other language."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from forensic_lpr.core.catalogue import OPERATIONS
from forensic_lpr.core.operation import Choice
from forensic_lpr.core.recipe import Recipe, Step
from forensic_lpr.errors import ReportFailed
from forensic_lpr.recognition.recognizer import Recognizer
from forensic_lpr.report import material
from forensic_lpr.report.language import CATALOGUE, LANGUAGES, Texts, language_named
from forensic_lpr.report.operations_pt import WORDS
from forensic_lpr.report.sections import enhancement_facts
from forensic_lpr.report.texts import printable
from forensic_lpr.synthesis.dgm_checkpoint import load_dgm

EN, PT = CATALOGUE["en"], CATALOGUE["pt-BR"]


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_the_languages_hold_the_same_keys() -> None:
    assert EN.keys() == PT.keys()


@pytest.mark.parametrize("key", sorted(EN))
def test_each_text_has_the_same_places_in_both_languages(key: str) -> None:
    assert places(EN[key]) == places(PT[key])
    for text in (EN[key], PT[key]):
        assert text.strip()
        assert printable(text) == text  # the report's typefaces hold every character
        assert not re.search(r"\bmatch|\bconfidence\b|coincidência|\bconfiança\b", text, re.IGNORECASE)


def test_no_sentence_was_left_untranslated() -> None:
    same = {key for key in EN if EN[key] == PT[key] and " " in EN[key].strip("{} ")}
    assert same <= {"moment by"}


DYNAMIC = {
    *("still", "video", "certain", "probable", "undetermined"),
    *("top left", "top right", "bottom right", "bottom left", "rectified caption", "enhanced caption"),
}
"""Keys that stand in a value when they are asked for."""


def asked_for() -> Iterator[str]:
    """A pattern of every key for which a text is asked in the code of the report."""
    for path in Path(material.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args):
                continue
            if node.func.id in ("t", "self"):
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.JoinedStr):
                        pieces = [v.value if isinstance(v, ast.Constant) else None for v in part.values]
                        yield "".join(".+" if piece is None else re.escape(str(piece)) for piece in pieces)
                    elif isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield re.escape(part.value)


def test_no_text_is_left_that_no_report_says() -> None:
    patterns = [pattern for pattern in asked_for() if pattern != ".+"]
    unused = {key for key in EN if not any(re.fullmatch(pattern, key) for pattern in patterns)}
    assert unused == DYNAMIC


def test_values_are_put_in_as_they_are() -> None:
    for language in LANGUAGES:
        assert Texts(language)("signed by", signer="{0} {x} %s").count("{0} {x} %s") == 1


def test_another_language_is_refused_in_one_sentence() -> None:
    assert language_named("pt-BR") == "pt-BR"
    with pytest.raises(ReportFailed, match="en or pt-BR, not in 'de'"):
        language_named("de")


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("Colour matrix", "Matriz de cores"),
        (
            "The plate is only 28 pixels wide; few characters can be told apart at that size.",
            "A placa tem apenas 28 pixels de largura; poucos caracteres podem ser distinguidos nesse tamanho.",
        ),
        (
            "12% of the plate is too dark to hold any detail.",
            "12\u00a0% da placa está escura demais para conter detalhe.",
        ),
        ("25.000 a second (25)", "25,000 por segundo (25)"),
        ("KVR4817 (br-grey, 96.8 %), truth KVR4817", "KVR4817 (br-grey, 96,8 %), verdade KVR4817"),
        ("560,000", "560.000"),
        (
            "1 packet marked as corrupt by the container. (frame 3)",
            "1 pacote(s) marcado(s) como corrompido(s) pelo contêiner. (quadro 3)",
        ),
        (
            "Gap of 0.480 s between frames 7 and 8 (at 1.250 s): about 11 missing. (frames 7 to 8)",
            "Lacuna de 0,480 s entre os quadros 7 e 8 (em 1,250 s): faltam cerca de 11. (quadros 7 a 8)",
        ),
        (
            "The decoder (h264) reported: error while decoding MB 3 4 (5 times alike). "
            "(frames 1, 3 and 2 more stretches)",
            "O decodificador (h264) informou: error while decoding MB 3 4 (5 vezes de forma semelhante). "
            "(quadros 1, 3 e mais 2 trechos)",
        ),
        (
            "The size of the pictures changes within the clip: 30 of 640 × 480, 3 of 320 × 240.",
            "O tamanho das imagens muda dentro do vídeo: 30 de 640 × 480, 3 de 320 × 240.",
        ),
        (
            "Frame 9 is damaged or built on a damaged one, so parts of it can be wrong: 2 frames marked as corrupt "
            "by the decoder.",
            "O quadro 9 está danificado ou se apoia em um danificado; partes dele podem estar erradas: 2 quadro(s) "
            "marcado(s) como corrompido(s) pelo decodificador.",
        ),
        (
            "2, number 0 is read; not read: number 1: h264, 640 × 480",
            "2, o número 0 é lido; não lidos: número 1: h264, 640 × 480",
        ),
        (
            "interlaced, top field first; both fields woven in one picture",
            "entrelaçado, campo superior primeiro; os dois campos entrelaçados em uma imagem",
        ),
        (
            "Synthetic plates only, no photograph: formats br-grey, seed 7, plate widths 15 to 220 pixels, program "
            "version 0.1.0. Began with the weights of SHA-256 5d (560,000 samples). The weights are the mean of those "
            "before and after the last 74,880 samples.",
            "Somente placas sintéticas, nenhuma fotografia: formatos br-grey, semente 7, larguras de placa de 15 a 220 "
            "pixels, versão 0.1.0 do programa. Iniciado com os pesos de SHA-256 5d (560.000 amostras). Os pesos são a "
            "média dos de antes e depois das últimas 74.880 amostras.",
        ),
        (
            "Synthetic plates only, no photograph: formats br-grey, seed 7, plate widths 15 to 180 pixels (50 % drawn "
            "from 28 to 66), program version 0.1.0. Began with the weights of SHA-256 5d. Learnt also what the weights "
            "of SHA-256 6e read.",
            "Somente placas sintéticas, nenhuma fotografia: formatos br-grey, semente 7, larguras de placa de 15 a 180 "
            "pixels (50 % desenhadas de 28 a 66), versão 0.1.0 do programa. Iniciado com os pesos de SHA-256 5d. "
            "Aprendeu também o que leem os pesos de SHA-256 6e.",
        ),
        (
            "Synthetic plates only, no photograph: formats br-grey, seeds 11 and 12, plate widths 15 to 180 pixels, "
            "program version 0.1.0.",
            "Somente placas sintéticas, nenhuma fotografia: formatos br-grey, sementes 11 e 12, larguras de placa de "
            "15 a 180 pixels, versão 0.1.0 do programa.",
        ),
        ("Exact plate, 50 large Brazilian photographs", "Placa inteira, 50 fotografias brasileiras grandes"),
        ("something that nobody knows {0} \\1", "something that nobody knows {0} \\1"),
    ],
)
def test_recorded_texts_are_told_in_portuguese_where_they_are_known(recorded: str, told: str) -> None:
    assert Texts("pt-BR").recorded(recorded) == told
    assert Texts("en").recorded(recorded) == recorded


def test_every_word_of_the_catalogue_is_told_in_portuguese() -> None:
    told = Texts("pt-BR")
    needed = set()
    for operation in OPERATIONS:
        needed |= {operation.title, operation.does, operation.cannot}
        for parameter in operation.parameters:
            needed.add(parameter.title)
            if isinstance(parameter, Choice):
                needed |= {words for _, words in parameter.options}
            elif parameter.unit:
                needed.add(parameter.unit)
    assert needed == set(WORDS)
    for words in needed - {" px", " %", "°", "×", "Luma (Y)"}:
        assert told.recorded(words) != words and told.recorded(words)[-1] == WORDS[words][-1]


@pytest.mark.parametrize("name", ["default", "multitask-2019"])
def test_every_text_of_a_shipped_model_card_is_told_in_portuguese(name: str) -> None:
    told = Texts("pt-BR")
    for fact, value in Recognizer.load(name).identity.card:
        assert told.recorded(fact) != fact, fact
        english = re.search(
            r"\b(the|and|with|native|only|plates?|samples?|version|wide)\b", told.recorded(value)
        )
        assert english is None, (fact, told.recorded(value))


def test_the_card_of_the_shipped_dgm_is_told_in_portuguese() -> None:
    told = Texts("pt-BR")
    card = load_dgm("dgm").card
    assert card.samples >= 81_680 and len(card.results) == 3
    for words in (card.training_data, *(name for name, _ in card.results)):
        english = re.search(
            r"\b(the|and|with|only|plates?|read|score|small|reduction)\b", told.recorded(words)
        )
        assert english is None, told.recorded(words)


def test_a_recipe_is_told_in_portuguese_with_its_numbers() -> None:
    recipe = Recipe((Step.of("unsharp", radius=1.5, amount=2.25), Step.of("deinterlace")))
    values = " ".join(fact.value for fact in enhancement_facts(Texts("pt-BR"), recipe).facts)
    assert "raio 1,5 px, quantidade 2,25×, limiar 0 níveis de cinza" in values
    assert "método Linear entre linhas, campo Superior" in values
    assert "Soma ao brilho o que difere de uma cópia suavizada" in values
    english = " ".join(fact.value for fact in enhancement_facts(Texts("en"), recipe).facts)
    assert recipe.steps[0].told() in english and "method Linear between lines, field Top" in english


def test_a_recorded_text_of_any_length_is_told() -> None:
    long = "a" * 20_000 + ", frame 3"
    assert Texts("pt-BR").recorded(long) == long
