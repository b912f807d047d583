"""All who tell, by language."""

from tests.scenes.told import Told
from tests.scenes.told.en import EN
from tests.scenes.told.kk import KK
from tests.scenes.told.kk_arab import KK_ARAB
from tests.scenes.told.ru import RU
from tests.scenes.told.ug import UG
from tests.scenes.told.zh import ZH

TOLD: dict[str, Told] = {"en": EN, "ru": RU, "kk": KK, "kk-Arab": KK_ARAB, "zh-Hans": ZH, "ug": UG}
