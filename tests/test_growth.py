"""Time per token does not grow with the document: lines of Python run per token, in a text and in a longer one.

Lines are counted, not seconds, so that the figure is the same on every machine; a loop counts each time round. What a
room looks for in all words, clauses or people of a document, instead of looking it up, runs more lines per token in the
longer text.
"""

from __future__ import annotations

import stance
from benchmarks.growth import tagged, work

PEOPLE = (
    ("Kira", "Blank", "Udo", "Lamm", "Norden"),
    ("Anna", "Moor", "Jens", "Holm", "Emden"),
    ("Wanda", "Pohl", "Hanno", "Grimm", "Kassel"),
)
TEXT = """\
Bürgermeisterin {0} {1} lehnte am Montag den Ausbau des Hafens in {4} ab. „Der Hafen ist groß genug“, sagte {1}. Sie
fordere, das Geld in Schulen zu stecken. Der Ausbau sei, so {1}, zu teuer und komme zu spät.

Der Unternehmer {2} {3} widersprach ihr. „Wir brauchen den Hafen“, sagte er, „und zwar bald.“ Sein Kollege warf der
Bürgermeisterin vor, die Wirtschaft zu schwächen. Diese wies den Vorwurf zurück. „Das“, erwiderte sie, „ist falsch.“

Das Gesundheitsamt {4} warnte vor dem Lärm. Die Behörde verlangte, nachts nicht zu bauen. Nach Angaben des Amtes
leiden viele Menschen unter dem Lärm; das habe eine Sprecherin bestätigt. Laut einem Bericht der Zeitung „{4}er Bote“
wusste die Stadt davon. Der Bericht sei falsch, sagte {1}. Das berichtet die Nachrichtenagentur dpa.

{2} R. verklagte die Stadt. R. verlangte Geld. Der Kläger behauptete, er sei krank geworden. Der 48-Jährige und seine
Frau, die 51-jährige {0} R., zweifelten an den Zahlen. Die Ältere sagte, der Lärm mache krank. Der Anwalt des Klägers
kündigte an, bis zum Ende zu streiten.

Der Stadt gefalle C besser, sagte {3}. Den Bericht wies er zurück. Der Stadtrat verlangte laut
{3} mehr Geld. Es fehle an Lehrern. {1} begrüßte die Erklärung. „So“ sei es, sagte sie, „und nicht anders.“

Die Gewerkschaft Verdi unterstützte den Ausbau. Der Verband der Reeder in {4} begrüßte das. Die Gewerkschaft rechne
mit neuen Stellen, hieß es. Kritiker bezweifeln das. Demnach entstehen kaum Stellen. Beide Seiten wollen verhandeln.

{0} {1}s Sohn Lukas nannte die „Hafenpläne“ unsinnig. Die Mutter bat um Ruhe, weil, wie sie sagte, der Streit
niemandem helfe. Ihr Mann, der Lehrer Otto {1}, lobte sie. Sollte die Stadt bauen, werde er fortziehen, drohte er.

"""
SHORT, LONG = 3, 9
WHOLE = 0.01
"""What share of lines per token more the longer text may take: places of what stands in order are found by halving."""
ONE = 1.0
"""How many lines per token more one function may take."""


def text(copies: int) -> str:
    """The text so many times, each time with other people in another town than the last time."""
    return "".join(TEXT.format(*PEOPLE[copy % len(PEOPLE)]) for copy in range(copies))


def test_a_longer_document_takes_no_more_lines_per_token() -> None:
    nlp = stance.load()
    component = nlp.get_pipe("stance")
    short, long = (tagged(nlp, text(copies)) for copies in (SHORT, LONG))
    component(long)
    one, three = work(component, short), work(component, long)
    grown = {name: round(more, 2) for name, more in three.more_than(one).items() if more > ONE}
    assert grown == {}
    assert three.per_token < one.per_token * (1 + WHOLE)
