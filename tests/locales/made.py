"""A small complete set of texts in all languages, of which a test spoils one."""

from pathlib import Path

from locales import lint
from locales.languages import CODES

EN = """\
hello = <b>Hello</b>, { $name }.
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
state = { $state ->
    [missing] missing
   *[unknown] not known
}
button-back = Back
command-help = Help
"""
RU = """\
hello = <b>Здравствуйте</b>, { $name }.
days = { $n ->
    [one] { $n } день
    [few] { $n } дня
    [many] { $n } дней
   *[other] { $n } дня
}
state = { $state ->
    [missing] человек пропал
   *[unknown] неизвестно
}
button-back = Назад
command-help = Помощь
"""
KK = """\
hello = <b>Сәлеметсіз бе</b>, { $name }.
days = { $n } күн
state = { $state ->
    [missing] хабарсыз кеткен
   *[unknown] белгісіз
}
button-back = Артқа
command-help = Көмек
"""
ZH = """\
hello = <b>您好</b>，{ $name }。
days = { $n } 天
state = { $state ->
    [missing] 失踪
   *[unknown] 未知
}
button-back = 返回
command-help = 帮助
"""
UG = """\
hello = <b>ياخشىمۇسىز</b>، { $name }.
days = { $n } كۈن
state = { $state ->
    [missing] يوقاپ كەتكەن
   *[unknown] نامەلۇم
}
button-back = قايتىش
command-help = ياردەم
"""
GOOD = {"en": EN, "ru": RU, "kk": KK, "zh_Hans": ZH, "ug": UG}
REVIEW = "".join(f'[languages.{code}]\nstatus = "drafted"\n' for code in CODES)


def found(root: Path) -> list[str]:
    """The defects in the texts below *root*, a line each."""
    return [f"{where}: {what}" for where, what in lint.defects(root)]
