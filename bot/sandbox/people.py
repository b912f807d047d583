"""The cast of the rehearsal. Everybody is made up; any likeness is an accident."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody with a phone.

    Attributes:
        role: relative, volunteer or coordinator: what she plays, not what the bot knows.
        language: As the hotline names languages.
        language_code: What her Telegram says, which is often something else.
        about: One line for the page.
    """

    id: str
    account_id: int
    first_name: str
    last_name: str
    role: str
    language: str
    language_code: str
    phone: str
    about: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()


CAST = (
    Actor(
        "saule", 700100101, "Сәуле", "", "relative", "kk", "ru", "77005550101",
        "Seventy, writes Kazakh, would rather speak. Her son did not come back from a trip.",
    ),
    Actor(
        "shuhua", 700100102, "林淑华", "", "relative", "zh-Hans", "zh-hans", "77005550102",
        "Forty, writes Chinese. Her husband was taken; she is fined again and again.",
    ),
    Actor(
        "daniyar", 700100103, "Данияр", "Т.", "volunteer", "kk", "kk", "77005550103",
        "Volunteer. Kazakh and Russian, evenings, has a car.",
    ),
    Actor(
        "gulnar", 700100104, "گۈلنار", "", "volunteer", "ug", "ru", "77005550104",
        "Volunteer. Uyghur, Kazakh and Chinese, translates.",
    ),
    Actor(
        "irina", 700100105, "Ирина", "К.", "coordinator", "ru", "ru", "77005550105",
        "Coordinator. Reads every report, writes to the families.",
    ),
)  # fmt: skip
