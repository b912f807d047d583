"""The people of the rehearsal. All of them are made up."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a phone.

    Attributes:
        id: Short and lasting: tests and the page know the phone by it.
        name: As her messenger shows it.
        language: The language she speaks, by our code.
        language_code: What her messenger says about her language; often another one.
        number: Made up as well.
    """

    id: str
    name: str
    role: Literal["relative", "volunteer", "coordinator"]
    language: str
    language_code: str
    about: str
    number: str = ""


CAST = (
    Actor(
        "saule",
        "Сәуле",
        "relative",
        "kk",
        "ru",
        "About 70, herds sheep near Zharkent. Her son went to visit relatives and does not answer.",
        "+77000000101",
    ),
    Actor(
        "shuhua",
        "林淑华",
        "relative",
        "zh-Hans",
        "zh-hans",
        "About 45, sells tea in Almaty. Her husband was called in for a talk and has not come back.",
        "+77000000102",
    ),
    Actor(
        "marat",
        "Марат Әлібекұлы",
        "volunteer",
        "kk",
        "kk",
        "Teaches physics, helps in the evenings: petitions to consulates.",
        "+77000000103",
    ),
    Actor(
        "ranagul",
        "رەناگۈل",
        "volunteer",
        "ug",
        "en",
        "A nurse, works nights. Translates and calls families back.",
        "+77000000104",
    ),
    Actor(
        "vera",
        "Вера Климова",
        "coordinator",
        "ru",
        "ru",
        "Reads every report, decides who follows it up, and answers to the families.",
        "+77000000105",
    ),
    Actor(
        "aigerim",
        "Айгерім Сәрсенқызы",
        "coordinator",
        "kk",
        "kk",
        "Reads beside Vera: her second yes is needed for what one alone must not do.",
        "+77000000106",
    ),
)
